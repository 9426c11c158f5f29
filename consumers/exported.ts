import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FormatName } from '../labelers/kit/format.ts'
import { exportProject } from '../project/export-project.ts'
import { countedWav } from '../project/test/counted-wav.ts'
import { recordedProject, type Said, transcriptionTask } from '../project/test/recorded-project.ts'
import { speakers } from './dialogues.ts'

/**
 * Exports what is said in recordings, by name, to a folder on the disk that goes when the test ends. Gives the folder and
 * the paths in it.
 */
export async function exportedFolder(
  said: Readonly<Record<string, readonly Said[]>>,
  format: FormatName,
  options: Readonly<Record<string, string>> = {}
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const recordings = Object.entries(said).map(([name, segments]) => {
    const end = segments.reduce((last, segment) => Math.max(last, segment[1]), 1)
    return [name, { bytes: countedWav(Math.ceil(end) + 1), said: segments }] as const
  })
  const open = await recordedProject(transcriptionTask(speakers, 'segments'), Object.fromEntries(recordings))
  const done = await exportProject(open, {
    format,
    status: 'submitted',
    out: '/out',
    options: new Map(Object.entries(options))
  })
  if (!done.ok) throw new Error(JSON.stringify(done.problems))
  const folder = await mkdtemp(join(tmpdir(), 'goldset-consumer-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files: string[] = []
  for (const [path, bytes] of open.files.snapshot()) {
    if (!path.startsWith('/out/')) continue
    const place = join(folder, path.slice('/out/'.length))
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
    files.push(path.slice('/out/'.length))
  }
  return { folder, files: files.sort() }
}
