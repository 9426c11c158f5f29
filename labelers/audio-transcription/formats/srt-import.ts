import { eachFile } from '../../kit/each-file.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { type Cue, cueAt, hasArrow, refusal } from './cues.ts'
import { answerOf, configFor, entry, type ForeignSegment } from './imported.ts'
import { spokenIn } from './srt-text.ts'

export const srtImporter: Importer<Config, Answer> = {
  format: 'srt',
  title: 'SRT subtitles',
  readsFolders: true,
  leavesOut: 'Numbers and places of cues. Tags such as <i> stay in the text; [Name]: before it is a speaker.',
  async *read(file) {
    for await (const each of eachFile(file, 'srt')) {
      if ('problem' in each) yield each
      else yield* await cuesOf(each.file)
    }
  },
  recognises: (lines, path) => /\.srt$/i.test(path) && lines.some(line => cueAt(1, line) !== undefined),
  configFor,
  answer: answerOf
}

/** A cue goes on to the next line of times, less the number before that: texts of some files hold blank lines. */
async function cuesOf(file: ImportFile): Promise<readonly Imported[]> {
  const problems: Imported[] = []
  const segments: ForeignSegment[] = []
  let cue: Cue | undefined
  let text: string[] = []
  let before = true
  const finish = (next: boolean) => {
    if (next && /^\s*\d+\s*$/.test(text.at(-1) ?? '')) text.pop()
    while (text.at(-1) === '') text.pop()
    if (cue !== undefined) take(cue, text)
    else if (text.some(each => each.trim() !== '') && before)
      problems.push(problem(1, 'This stands before the first cue, so it was left out.'))
    text = []
    before = false
  }
  const take = (said: Cue, lines: readonly string[]) => {
    const refused = refusal(file.path, said)
    if (refused !== undefined) problems.push({ problem: refused })
    else segments.push({ start: said.start, end: said.end, ...spokenIn(lines.join('\n')) })
  }
  const problem = (line: number, message: string): Imported => ({
    problem: { file: file.path, line, message }
  })
  for await (const { line, text: each } of file.lines()) {
    const next = cueAt(line, each)
    if (next !== undefined) {
      finish(true)
      cue = next
    } else if (hasArrow(each)) {
      finish(true)
      problems.push(problem(line, 'The times of this cue cannot be read, so it was left out.'))
      cue = undefined
    } else text.push(each)
  }
  const any = cue !== undefined || segments.length > 0 || problems.length > 0
  if (!any && text.some(each => each.trim() !== ''))
    return [problem(1, 'There are no cues in this file: no line has times as 00:00:01,000 --> 00:00:02,000.')]
  finish(false)
  if (problems.length > 0 && segments.length === 0) return problems
  const answers = entry({ segments })
  return [
    ...problems,
    { record: { file: file.path, line: 1, path: file.path.replace(/\.srt$/i, ''), meta: {}, answers } }
  ]
}
