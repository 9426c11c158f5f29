import { basename, resolve } from 'node:path'
import { diskFiles } from '../../project/disk-files.ts'
import type { Files } from '../../project/files.ts'
import { newFromImport } from '../../project/new-from-import.ts'
import { newProject } from '../../project/new-project.ts'
import { openProject } from '../../project/open-project.ts'
import { templateOf } from '../../project/templates.ts'
import { defaultAnnotator, isAnnotatorId } from '../annotator.ts'
import { type Arguments, one } from '../arguments.ts'
import { formatFor } from '../format-name.ts'
import { readLabelSchema } from '../label-schema-file.ts'
import { describe } from '../../schemas/schema.ts'
import { exitCodes, ioError, type Outcome, usageError } from '../outcome.ts'
import { progressLines } from '../progress.ts'
import { reportLines } from './import.ts'

export async function newCommand(
  given: Arguments,
  terminal: { readonly err: (text: string) => void }
): Promise<Outcome> {
  const source = given.values.get('source')
  const path = one(given, 'import')
  const stray = (names: readonly string[]) => names.find(name => given.values.has(name))
  if (source === undefined && path === undefined) {
    return usageError('Say what is to be labelled: --source <path>..., or --import <path> --format <f>.')
  }
  if (source !== undefined && path !== undefined) return usageError('Give --source or --import, not both.')
  const wrong = stray(path === undefined ? ['format', 'annotator'] : ['template', 'schema'])
  if (wrong !== undefined)
    return usageError(`--${wrong} does not go with --${path === undefined ? 'source' : 'import'}.`)
  const files = diskFiles()
  const folder = resolve(given.positionals[0] ?? '')
  return path === undefined
    ? fromSource(files, folder, given, text => terminal.err(text))
    : fromImport(files, folder, path, given)
}

async function fromSource(
  files: Files,
  folder: string,
  given: Arguments,
  err: (text: string) => void
): Promise<Outcome> {
  const schemaFile = one(given, 'schema')
  if (schemaFile !== undefined && given.values.has('template')) {
    return usageError('Give --template or --schema, not both.')
  }
  const template = templateOf(one(given, 'template') ?? 'entities')
  if (!template.ok) return usageError(template.problems.map(problem => problem.message).join(' '))
  const schema = schemaFile === undefined ? template : await readLabelSchema(files, resolve(schemaFile))
  if (!schema.ok) return ioError(schema.problems)
  const { tasks, guidelines } = schema.value
  const made = await newProject(files, {
    folder,
    name: one(given, 'name') ?? basename(folder),
    paths: (given.values.get('source') ?? []).map(path => resolve(path)),
    // A template takes the fields of the data; a label schema says its own.
    ...(schemaFile === undefined ? {} : { fields: schema.value.fields }),
    tasks,
    ...(guidelines === undefined ? {} : { guidelines }),
    onProgress: progressLines(err)
  })
  if (!made.ok) return ioError(made.problems)
  const opened = await openProject(files, made.value.folder, { lock: false })
  if (!opened.ok) return ioError(opened.problems)
  await opened.value.items.whole
  const { count, holes, problems: ofItems } = opened.value.items
  const items = count - holes
  await opened.value.close()
  const known = new Set(made.value.problems.map(describe))
  const problems = [...made.value.problems, ...ofItems.filter(problem => !known.has(describe(problem)))]
  return {
    code: problems.length === 0 ? exitCodes.ok : exitCodes.findings,
    lines: [`${made.value.folder}: ${items} items.`],
    problems,
    json: { folder: made.value.folder, project: made.value.project, items }
  }
}

async function fromImport(files: Files, folder: string, path: string, given: Arguments): Promise<Outcome> {
  const name = one(given, 'format')
  if (name === undefined) return usageError('--format <f> is missing.')
  const format = formatFor(name, 'imports')
  if (!format.ok) return usageError(format.message)
  const annotator = one(given, 'annotator')
  if (annotator !== undefined && !isAnnotatorId(annotator))
    return usageError(`"${annotator}" is not an annotator id.`)
  const made = await newFromImport(files, {
    folder,
    path: resolve(path),
    format: format.format,
    annotator: annotator ?? defaultAnnotator(),
    reassign: annotator !== undefined,
    name: one(given, 'name')
  })
  if (!made.ok) return ioError(made.problems)
  const { problems, ...report } = made.value.report
  return {
    code: problems.length === 0 ? exitCodes.ok : exitCodes.findings,
    lines: [`${made.value.folder}: ${made.value.items} items.`, ...reportLines(made.value.report)],
    problems,
    json: { folder: made.value.folder, items: made.value.items, import: report }
  }
}
