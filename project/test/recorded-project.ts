import { labelSet } from '../../schemas/label-set.ts'
import type { Task } from '../../schemas/project.ts'
import type { MemoryFiles } from '../memory-files.ts'
import type { OpenProject } from '../open-project.ts'
import { submittedProject } from './submitted-project.ts'

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
  const { labels } = task.config as { labels: ReturnType<typeof labelSet> }
  const idOf = (name: string | undefined) => labels.find(each => each.name === name)?.id ?? null
  const answerOf = (said: readonly Said[] | string | null) => {
    if (said === null) return { duration: null, segments: [], nothing: true }
    if (typeof said === 'string') return { duration: null, segments: [], transcript: said }
    const segments = said.map(([start, end, text, speaker], at) => ({
      id: `g${at + 1}`,
      start,
      end,
      speaker: idOf(speaker),
      text
    }))
    return { duration: null, segments }
  }
  return submittedProject(
    {
      id: 'recordings',
      name: 'Recordings',
      fields: [{ id: 'audio', kind: 'audio' }],
      sources: [{ path: 'data', format: 'audio-files' }]
    },
    task,
    Object.entries(recordings).map(([path, { bytes, said }]) => ({ path, bytes, answer: answerOf(said) }))
  )
}
