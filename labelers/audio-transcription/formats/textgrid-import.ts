import type { Problem } from '../../../schemas/schema.ts'
import { eachFile } from '../../kit/each-file.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignSegment } from './imported.ts'
import { type PraatToken, praatTokens } from './praat-text.ts'
import { NO_SPEECH, speakerOf } from './textgrid-tiers.ts'

export const textgridImporter: Importer<Config, Answer> = {
  format: 'textgrid',
  title: 'Praat TextGrid',
  readsFolders: true,
  leavesOut:
    'Point tiers and tiers of phones, each said, and empty intervals. A tier is a speaker; one called transcription is nobody’s. Binary and chronological files: save them as text first.',
  async *read(file) {
    for await (const each of eachFile(file, 'TextGrid')) {
      if ('problem' in each) yield each
      else yield* await gridOf(each.file)
    }
  },
  recognises: (lines, path) =>
    /\.textgrid$/i.test(path) || lines.slice(0, 3).some(line => /"TextGrid"/.test(line)),
  configFor,
  answer: answerOf
}

/** What is wrong with a file, at a line of it. */
class Malformed extends Error {
  constructor(
    readonly line: number,
    message: string
  ) {
    super(message)
  }
}

async function gridOf(file: ImportFile): Promise<readonly Imported[]> {
  const problems: Problem[] = []
  const at = file.path
  try {
    const { duration, segments, silent } = readGrid(await file.text(), (line, message) =>
      problems.push({ file: at, line, message })
    )
    const says = segments.length > 0 || silent
    if (!says) problems.push({ file: at, message: 'No interval here has a text, so it gives no answer.' })
    const answers = says ? entry({ duration, segments }) : new Map()
    const path = at.replace(/\.textgrid$/i, '')
    return [
      ...problems.map(problem => ({ problem })),
      { record: { file: at, line: 1, path, meta: {}, answers } }
    ]
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return [{ problem: { file: at, line: error.line, message: error.message } }]
  }
}

function readGrid(
  text: string,
  say: (line: number, message: string) => void
): { duration: number; segments: readonly ForeignSegment[]; silent: boolean } {
  const tokens = new Tokens(praatTokens(text))
  const type = tokens.text('the type of the file')
  if (type.text !== 'ooTextFile')
    throw new Malformed(
      type.line,
      'This is no TextGrid in Praat’s text form. Save it from Praat as a text file.'
    )
  const object = tokens.text('the class of the object')
  if (object.text !== 'TextGrid')
    throw new Malformed(object.line, `This holds a ${object.text} and no TextGrid.`)
  tokens.number('where it begins')
  const duration = tokens.number('where it ends').number
  const segments: ForeignSegment[] = []
  let silent = false
  // Without the flag there are no tiers.
  const count = tokens.flag() === 'exists' ? tokens.number('how many tiers there are').number : 0
  for (let tier = 0; tier < count; tier++) {
    const kind = tokens.text(`the class of tier ${tier + 1}`)
    const name = tokens.text(`the name of tier ${tier + 1}`)
    const points = kind.text === 'TextTier'
    if (!points && kind.text !== 'IntervalTier')
      throw new Malformed(kind.line, `"${kind.text}" is no class of tier that Goldset knows.`)
    const left = points
      ? 'holds points in time'
      : /(^|- )phones$/i.test(name.text)
        ? 'holds phones'
        : undefined
    if (left !== undefined) say(name.line, `The tier "${name.text}" ${left}, so it was left out.`)
    tokens.number('where the tier begins')
    tokens.number('where the tier ends')
    const size = tokens.number('how long the tier is').number
    silent ||= name.text === NO_SPEECH && count === 1
    for (let n = 0; n < size; n++) {
      const start = tokens.number(`a time in tier "${name.text}"`)
      const end = points ? start : tokens.number(`a time in tier "${name.text}"`)
      const said = tokens.text(`a text in tier "${name.text}"`)
      if (left !== undefined || said.text === '') continue
      if (end.number > start.number)
        segments.push({
          start: start.number,
          end: end.number,
          speaker: speakerOf(name.text),
          text: said.text.replaceAll('\r\n', '\n')
        })
      else say(start.line, `Interval ${n + 1} of "${name.text}" has no length, so it was left out.`)
    }
  }
  return { duration, segments, silent }
}

class Tokens {
  readonly #tokens: Generator<PraatToken>
  #line = 1

  constructor(tokens: Generator<PraatToken>) {
    this.#tokens = tokens
  }

  text(what: string): { readonly line: number; readonly text: string } {
    const token = this.#next(what)
    if (!('text' in token)) throw new Malformed(token.line, `A text was expected here: ${what}.`)
    return token
  }

  number(what: string): { readonly line: number; readonly number: number } {
    const token = this.#next(what)
    if (!('number' in token)) throw new Malformed(token.line, `A number was expected here: ${what}.`)
    return token
  }

  flag(): string | undefined {
    const token = this.#next('whether there are tiers')
    return 'flag' in token ? token.flag : undefined
  }

  #next(what: string): PraatToken {
    const next = this.#tokens.next()
    if (next.done === true) throw new Malformed(this.#line, `The file ends before ${what}.`)
    this.#line = next.value.line
    return next.value
  }
}
