import { labelSet } from '../../schemas/label-set.ts'
import type { Project, Task } from '../../schemas/project.ts'
import { memoryFiles, type MemoryFiles } from '../memory-files.ts'
import { type OpenProject, openProject } from '../open-project.ts'
import { createProjectFile } from '../project-file.ts'
import { itemAt } from './items-of.ts'
import { ROOT } from './labelled-project.ts'

/** Start, end, text and the name of the speaker. */
export type Said = readonly [number, number, string, string?]

export function transcriptionTask(speakers: readonly string[], mode: 'segments' | 'whole' | 'both'): Task {
  const config = {
    labels: labelSet(speakers),
    kinds: [],
    mode,
    overlap: 'speakers',
    marks: [],
    rules: { empty: true, spaces: true }
  }
  return {
    id: 'transcription',
    title: 'Transcription',
    labeler: 'audio-transcription',
    labelerVersion: 1,
    field: 'audio',
    config
  }
}

/**
 * A project in memory of recordings, by path below `data/`: the bytes, and what is said in it, as segments or as one text,
 * submitted by `ann`. Null: nobody speaks.
 */
export async function recordedProject(
  task: Task,
  recordings: Readonly<
    Record<string, { readonly bytes: Uint8Array; readonly said: readonly Said[] | string | null }>
  >
): Promise<OpenProject & { readonly files: MemoryFiles }> {
  const files = memoryFiles()
  for (const [path, { bytes }] of Object.entries(recordings)) await files.write(`${ROOT}/data/${path}`, bytes)
  const project: Project = {
    goldset: 'project/1',
    id: 'recordings',
    name: 'Recordings',
    schemaVersion: 1,
    fields: [{ id: 'audio', kind: 'audio' }],
    sources: [{ path: 'data', format: 'audio-files' }],
    tasks: [task]
  }
  await createProjectFile(files, ROOT, project)
  const opened = await openProject(files, ROOT, { lock: true })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const open = Object.assign(opened.value, { files })
  const { labels } = task.config as { labels: ReturnType<typeof labelSet> }
  const idOf = (name: string | undefined) => labels.find(each => each.name === name)?.id ?? null
  for (const [path, { said }] of Object.entries(recordings)) {
    const item = await itemAt(open.items, open.items.positionOf(`data/${path}`) ?? -1)
    const answer =
      said === null
        ? { duration: null, segments: [], nothing: true }
        : typeof said === 'string'
          ? { duration: null, segments: [], transcript: said }
          : {
              duration: null,
              segments: said.map(([start, end, text, speaker], at) => ({
                id: `g${at + 1}`,
                start,
                end,
                speaker: idOf(speaker),
                text
              }))
            }
    const saved = await open.labels.save({
      item,
      annotator: 'ann',
      revision: 0,
      status: 'submitted',
      answers: { [task.id]: answer },
      labelers: { [task.id]: 'audio-transcription/1' },
      comments: [],
      unsure: false,
      activeMs: 0,
      schemaVersion: 1,
      guidelineVersion: 0
    })
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  }
  return open
}
