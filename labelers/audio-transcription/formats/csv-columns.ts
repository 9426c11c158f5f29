import { csvRows, type Separator } from '../../kit/csv.ts'

/** A row for each segment, times in seconds. A text of the whole recording has none; a recording without speech has a row without a text. */
export const csvColumns = ['audio', 'start', 'end', 'speaker', 'kind', 'text', 'duration', 'item'] as const
export type CsvColumn = (typeof csvColumns)[number]

/** Names that other tools give the columns, in lower case without `_`, `-`, spaces and a unit in brackets. */
const called: ReadonlyMap<CsvColumn, readonly string[]> = new Map<CsvColumn, readonly string[]>([
  [
    'audio',
    ['audio', 'audiofilepath', 'audiofile', 'audiopath', 'recording', 'wav', 'filename', 'file', 'path']
  ],
  ['start', ['start', 'starttime', 'starts', 'begin', 'begintime', 'tmin', 'offset', 'from', 'onset']],
  ['end', ['end', 'endtime', 'ends', 'stop', 'tmax', 'to']],
  ['speaker', ['speaker', 'speakerid', 'speakername', 'tier']],
  ['kind', ['kind']],
  ['text', ['text', 'transcript', 'transcription', 'sentence', 'utterance']],
  ['duration', ['duration']],
  ['item', ['item']]
])

export type CsvPlaces = ReadonlyMap<CsvColumn, number>

export function placesOf(header: readonly string[]): CsvPlaces {
  const names = header.map(name =>
    name
      .replace(/^\uFEFF/, '')
      .toLowerCase()
      .replace(/[([](s|sec|secs|seconds)[)\]]/, '')
      .replace(/[_\-\s]/g, '')
  )
  return new Map(
    [...called].flatMap(([column, spellings]) => {
      const place = spellings.map(spelling => names.indexOf(spelling)).find(at => at !== -1)
      return place === undefined ? [] : [[column, place] as const]
    })
  )
}

/** Texts with times, or texts of recordings; a text beside a path alone can be anything. */
export function isHeader(header: readonly string[]): boolean {
  const places = placesOf(header)
  if (!places.has('text')) return false
  if (places.has('start') && places.has('end')) return true
  const names = header.map(name => name.toLowerCase())
  return places.has('audio') && (/audio|wav|recording/i.test(header.join('\n')) || names.includes('sentence'))
}

/** TSV where the first line has a tab outside of quotes before any comma decides. */
export function separatorOf(firstLine: string): Separator {
  const plain = firstLine.replace(/"(?:[^"]|"")*"/g, '')
  return plain.includes('\t') ? '\t' : ','
}

export function headerOf(firstLine: string): readonly string[] {
  return [...csvRows(firstLine, separatorOf(firstLine))][0]?.cells ?? []
}
