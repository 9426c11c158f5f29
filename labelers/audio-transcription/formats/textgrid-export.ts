import { optionOf } from '../../kit/drops.ts'
import type { Exporter } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredRecordings, type AnsweredRecording, SEGMENTS_ONLY, segmentsOnly } from './exported.ts'
import { filesOfRecordings } from './files-of-recordings.ts'
import { lanesBySpeaker } from './lanes.ts'
import { secondsText } from './seconds-text.ts'
import { NO_SPEECH, tierOf } from './textgrid-tiers.ts'

/*
 * Praat's text files, https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html. The intervals of a tier cover all
 * of it, so there is an empty one wherever nobody speaks. The short form is the long one without what Praat reads over.
 */

export const textgridExporter: Exporter<Config, Answer> = {
  format: 'textgrid',
  title: 'Praat TextGrid',
  extension: 'TextGrid',
  cannotCarry: `Segments without text, which are gaps there, kinds, who transcribed. ${SEGMENTS_ONLY} A speaker whose own segments overlap has several tiers.`,
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'form',
      values: ['long', 'short'],
      about: 'Praat’s text file with a name before every number, or only numbers and texts.'
    }
  ],
  async *write(records, context) {
    const long = optionOf(context, 'form', ['long', 'short']) === 'long'
    const nameOf = filesOfRecordings(context)
    for await (const recording of answeredRecordings(records, context)) {
      const grid = gridOf(recording)
      if (grid === undefined) continue
      const text = long ? longForm(grid) : shortForm(grid)
      yield { file: `${nameOf(recording)}.TextGrid`, text, last: true }
    }
  }
}

interface Interval {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Grid {
  readonly end: number
  readonly tiers: readonly { readonly name: string; readonly intervals: readonly Interval[] }[]
}

function gridOf(recording: AnsweredRecording): Grid | undefined {
  const { drop, duration } = recording
  const segments = segmentsOnly(recording)
  if (segments === undefined) return undefined
  const end = segments.reduce((last, segment) => Math.max(last, segment.end), duration ?? 0)
  if (end === 0)
    return void drop(
      'Nobody knows how long the recording is, and a TextGrid says from where to where it goes.'
    )
  const written = segments.filter(segment => {
    if (segment.text === '') drop(`Segment ${segment.id} has no text. In a TextGrid that is a gap.`)
    return segment.text !== ''
  })
  const tiers = lanesBySpeaker(written).map(lane => ({
    name: tierOf(lane.speaker),
    intervals: tiled(lane.segments, end)
  }))
  const name = segments.length > 0 ? tierOf(null) : NO_SPEECH
  return { end, tiers: tiers.length > 0 ? tiers : [{ name, intervals: tiled([], end) }] }
}

function tiled(segments: readonly Interval[], end: number): readonly Interval[] {
  const intervals: Interval[] = []
  let at = 0
  for (const segment of segments) {
    if (segment.start > at) intervals.push({ start: at, end: segment.start, text: '' })
    intervals.push(segment)
    at = segment.end
  }
  return at < end ? [...intervals, { start: at, end, text: '' }] : intervals
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function longForm({ end, tiers }: Grid): string {
  const lines = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    'xmin = 0 ',
    `xmax = ${secondsText(end)} `,
    'tiers? <exists> ',
    `size = ${tiers.length} `,
    'item []: '
  ]
  for (const [number, { name, intervals }] of tiers.entries()) {
    lines.push(
      `    item [${number + 1}]:`,
      '        class = "IntervalTier" ',
      `        name = ${quoted(name)} `,
      '        xmin = 0 ',
      `        xmax = ${secondsText(end)} `,
      `        intervals: size = ${intervals.length} `
    )
    for (const [at, interval] of intervals.entries())
      lines.push(
        `        intervals [${at + 1}]:`,
        `            xmin = ${secondsText(interval.start)} `,
        `            xmax = ${secondsText(interval.end)} `,
        `            text = ${quoted(interval.text)} `
      )
  }
  return `${lines.join('\n')}\n`
}

function shortForm({ end, tiers }: Grid): string {
  const lines = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    '0',
    secondsText(end),
    '<exists>'
  ]
  lines.push(String(tiers.length))
  for (const { name, intervals } of tiers) {
    lines.push('"IntervalTier"', quoted(name), '0', secondsText(end), String(intervals.length))
    for (const interval of intervals)
      lines.push(secondsText(interval.start), secondsText(interval.end), quoted(interval.text))
  }
  return `${lines.join('\n')}\n`
}
