import type { ImportFile } from '../../labelers/kit/format.ts'
import type { LabelFile } from '../../schemas/label-file.ts'
import type { Project } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { writeText } from '../document.ts'
import { canonical } from '../fingerprint.ts'
import type { Files } from '../files.ts'
import { type GoldsetLine, readGoldset } from '../formats/goldset-read.ts'
import { labelFormat, labelPlace } from '../label-files.ts'
import type { ImportedProject, NewFromImport } from '../new-from-import.ts'
import { openProject } from '../open-project.ts'
import { createProjectFile } from '../project-file.ts'
import { taskLabels } from '../task-labels.ts'
import { dataPath } from './data-path.ts'
import { type GeneratedItem, generatedSource } from './generated-source.ts'
import type { NewFiles } from './new-files.ts'

/** The same project again, in another folder: project, items and label files as they were. */
export async function newFromGoldset(
  files: Files,
  made: NewFiles,
  file: ImportFile,
  spec: NewFromImport
): Promise<Result<ImportedProject>> {
  const path = dataPath(spec.path)
  const dataset = await readGoldset(file, path)
  if (!dataset.ok) return dataset
  const { project, guidelines, lines, problems } = dataset.value
  const { items, different } = itemsOf(lines)
  const { source, text } = generatedSource(path, project.fields, items)
  const { labels, conflicts } = labelsOf(lines, spec)

  await made.createIfMissing('.gitattributes', '*.json text eol=lf\n')
  if (items.length > 0) await made.create(path, text)
  const guidelinesFile = guidelinesName(project)
  if (guidelinesFile !== undefined) await made.create(guidelinesFile, guidelines)
  for (const [place, label] of labels) await made.create(place, writeText(label, labelFormat))
  // Last: a folder is a project only when everything of it is there.
  await createProjectFile(files, spec.folder, {
    ...project,
    ...(project.guidelines === undefined || guidelinesFile === undefined
      ? {}
      : { guidelines: { ...project.guidelines, file: guidelinesFile } }),
    name: spec.name ?? project.name,
    sources: items.length > 0 ? [source] : []
  })
  made.keep()

  const opened = await openProject(files, spec.folder, { lock: false })
  if (!opened.ok) return failed(...opened.problems)
  await opened.value.items.whole
  const { count, holes, problems: rowProblems } = opened.value.items
  await opened.value.close()
  const all = [...problems, ...different, ...conflicts].map(problem => ({ file: spec.path, ...problem }))
  return ok({
    folder: spec.folder,
    items: count - holes,
    report: {
      created: labels.size,
      merged: 0,
      skipped: conflicts.length,
      unchanged: 0,
      addedLabels: Object.fromEntries(
        project.tasks.map(task => [task.id, taskLabels(task).map(label => label.name)])
      ),
      problems: [...all, ...rowProblems]
    }
  })
}

function itemsOf(lines: readonly GoldsetLine[]): {
  items: readonly GeneratedItem[]
  different: readonly Problem[]
} {
  const items = new Map<string, GeneratedItem>()
  const different: Problem[] = []
  for (const { line, item } of lines) {
    const { id, fields, meta, tokens } = item
    const there = items.get(id)
    const next = { id, fields, meta, ...(tokens === undefined ? {} : { tokens }) }
    if (there === undefined) items.set(id, next)
    else if (canonical(there) !== canonical(next)) {
      different.push({
        line,
        message: `The item "${id}" is different here than in an earlier line. The first one counts.`
      })
    }
  }
  return { items: [...items.values()], different }
}

function labelsOf(lines: readonly GoldsetLine[], spec: NewFromImport) {
  const labels = new Map<string, LabelFile>()
  const conflicts: Problem[] = []
  for (const { line, item, label } of lines) {
    if (label === undefined) continue
    const annotator = spec.reassign === true ? spec.annotator : label.annotator
    const place = labelPlace(annotator, item.id)
    const owned = { ...label, annotator }
    const there = labels.get(place)
    if (there === undefined) labels.set(place, owned)
    else if (canonical(there) !== canonical(owned)) {
      conflicts.push({
        line,
        message: `"${annotator}" has answers for "${item.id}" in an earlier line. Those count.`
      })
    }
  }
  return { labels, conflicts }
}

/** A plain Markdown name; what comes with the data may not choose a place. */
function guidelinesName(project: Project): string | undefined {
  const given = project.guidelines?.file
  if (given === undefined) return undefined
  return /^[a-z0-9][a-z0-9_-]{0,60}\.md$/i.test(given) ? given : 'guidelines.md'
}
