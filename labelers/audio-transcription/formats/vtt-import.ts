import { eachFile } from '../../kit/each-file.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { cueAt, hasArrow, refusal } from './cues.ts'
import { answerOf, configFor, entry, type ForeignSegment } from './imported.ts'
import { voicesIn } from './vtt-text.ts'

export const vttImporter: Importer<Config, Answer> = {
  format: 'vtt',
  title: 'WebVTT subtitles',
  readsFolders: true,
  leavesOut: 'Names, places and settings of cues, notes, styles, regions, and tags other than voices.',
  async *read(file) {
    for await (const each of eachFile(file, 'vtt')) {
      if ('problem' in each) yield each
      else yield* await cuesOf(each.file)
    }
  },
  recognises: lines => /^\uFEFF?WEBVTT(?:[ \t]|$)/.test(lines[0] ?? ''),
  configFor,
  answer: answerOf
}

/** Blocks with empty lines between them; one with a line of times is a cue, all others are passed over. */
async function cuesOf(file: ImportFile): Promise<readonly Imported[]> {
  const problems: Imported[] = []
  const segments: ForeignSegment[] = []
  const say = (line: number, message: string) =>
    void problems.push({ problem: { file: file.path, line, message } })
  let first = true
  for await (const block of blocks(file)) {
    if (first) {
      first = false
      if (!/^\uFEFF?WEBVTT(?:[ \t]|$)/.test(block.lines[0] ?? ''))
        return [
          {
            problem: { file: file.path, line: 1, message: 'This is no WebVTT: its first line is not WEBVTT.' }
          }
        ]
      if (!block.lines.some(hasArrow)) continue
    }
    const at = block.lines.findIndex(hasArrow)
    if (at === -1 || /^NOTE(?:[ \t]|$)/.test(block.lines[0] ?? '')) continue
    const line = block.line + at
    const cue = cueAt(line, block.lines[at] ?? '')
    if (cue === undefined) {
      say(line, 'The times of this cue cannot be read, so it was left out.')
      continue
    }
    const refused = refusal(file.path, cue)
    if (refused !== undefined) problems.push({ problem: refused })
    else
      for (const voice of voicesIn(block.lines.slice(at + 1).join('\n')))
        segments.push({ start: cue.start, end: cue.end, ...voice })
  }
  if (first) return [{ problem: { file: file.path, line: 1, message: 'This file is empty.' } }]
  if (problems.length > 0 && segments.length === 0) return problems
  const answers = entry({ segments })
  return [
    ...problems,
    { record: { file: file.path, line: 1, path: file.path.replace(/\.vtt$/i, ''), meta: {}, answers } }
  ]
}

async function* blocks(file: ImportFile): AsyncGenerator<{ line: number; lines: string[] }> {
  let block: { line: number; lines: string[] } | undefined
  for await (const { line, text } of file.lines()) {
    if (text === '') {
      if (block !== undefined) yield block
      block = undefined
    } else if (block === undefined) block = { line, lines: [text] }
    else block.lines.push(text)
  }
  if (block !== undefined) yield block
}
