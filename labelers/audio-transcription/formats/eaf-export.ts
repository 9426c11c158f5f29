import { ExportNames } from '../../kit/export-names.ts'
import type { ExportChunk, ExportCopy, Exporter } from '../../kit/format.ts'
import { xmlText } from '../../kit/xml-text.ts'
import { audioWanted } from './clips.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredRecordings, type AnsweredRecording, SEGMENTS_ONLY, segmentsOnly } from './exported.ts'
import { lanesBySpeaker } from './lanes.ts'
import { wholeMilliseconds } from './milliseconds.ts'

/*
 * ELAN 3.0, http://www.mpi.nl/tools/elan/EAFv3.0.xsd: a document for each recording, a tier for each speaker. Annotations of
 * one tier do not overlap there, so a speaker who overlaps oneself has further tiers. Every annotation has two slots of
 * its own, sorted by time.
 */

export const eafExporter: Exporter<Config, Answer> = {
  format: 'eaf',
  title: 'ELAN',
  extension: 'eaf',
  oneWay: true,
  cannotCarry: `Parts of milliseconds, kinds, who transcribed, and characters XML does not have. ${SEGMENTS_ONLY}`,
  offsetUnit: null,
  tokenizer: null,
  options: [
    {
      name: 'audio',
      values: ['copy', 'leave'],
      about: 'Copy the recordings beside the documents, or leave them where they are.'
    }
  ],
  async *write(records, context): AsyncGenerator<ExportChunk | ExportCopy> {
    const copies = audioWanted(context) !== 'leave'
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const recording of answeredRecordings(records, context)) {
      const name = names.get(recording.task.id)?.nameFor(recording.path)
      const text = name === undefined ? undefined : documentOf(recording, name.path)
      if (name === undefined || text === undefined) continue
      yield { file: `${recording.folder}${name.stem}.eaf`, text, last: true }
      if (copies) yield { file: recording.folder + name.path, copyOf: recording.path }
    }
  }
}

interface Tier {
  readonly id: string
  readonly participant: string
  readonly annotations: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

function documentOf(recording: AnsweredRecording, path: string): string | undefined {
  const segments = segmentsOnly(recording)
  if (segments === undefined) return undefined
  const tiers = tiersOf(recording, segments)
  const slots = tiers
    .flatMap((tier, t) =>
      tier.annotations.flatMap(({ start, end }, a) => [
        { key: `${t} ${a} start`, time: start },
        { key: `${t} ${a} end`, time: end }
      ])
    )
    .sort((a, b) => a.time - b.time)
  const slotOf = new Map(slots.map(({ key }, at) => [key, `ts${at + 1}`]))
  let annotation = 0
  const lines = tiers.flatMap(({ id, participant, annotations }, t) => [
    `    <TIER LINGUISTIC_TYPE_REF="transcription" PARTICIPANT="${xmlText(participant)}" TIER_ID="${xmlText(id)}">`,
    ...annotations.map(
      ({ text }, a) => `        <ANNOTATION>
            <ALIGNABLE_ANNOTATION ANNOTATION_ID="a${++annotation}" TIME_SLOT_REF1="${slotOf.get(`${t} ${a} start`) ?? ''}" TIME_SLOT_REF2="${slotOf.get(`${t} ${a} end`) ?? ''}">
                <ANNOTATION_VALUE>${xmlText(text)}</ANNOTATION_VALUE>
            </ALIGNABLE_ANNOTATION>
        </ANNOTATION>`
    ),
    '    </TIER>'
  ])
  return [
    ...head(path, annotation),
    '    <TIME_ORDER>',
    ...slots.map(({ time }, at) => `        <TIME_SLOT TIME_SLOT_ID="ts${at + 1}" TIME_VALUE="${time}"/>`),
    '    </TIME_ORDER>',
    ...lines,
    '    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="transcription" TIME_ALIGNABLE="true"/>',
    '</ANNOTATION_DOCUMENT>\n'
  ].join('\n')
}

/** The date is part of the format; one of now would make every export another one. */
function head(path: string, lastAnnotation: number): readonly string[] {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const url = `./${encodeURIComponent(file)}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ANNOTATION_DOCUMENT AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">',
    '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">',
    `        <MEDIA_DESCRIPTOR MEDIA_URL="${xmlText(url)}" MIME_TYPE="${mimeOf(file)}" RELATIVE_MEDIA_URL="${xmlText(url)}"/>`,
    `        <PROPERTY NAME="lastUsedAnnotationId">${lastAnnotation}</PROPERTY>`,
    '    </HEADER>'
  ]
}

const mimes: ReadonlyMap<string, string> = new Map([
  ['wav', 'audio/x-wav'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['flac', 'audio/flac']
])

const mimeOf = (file: string) => mimes.get(file.slice(file.lastIndexOf('.') + 1).toLowerCase()) ?? 'unknown'

/** A tier for every speaker; ids of tiers are unique. Where nobody speaks there is an empty one. */
function tiersOf(
  recording: AnsweredRecording,
  segments: NonNullable<ReturnType<typeof segmentsOnly>>
): readonly Tier[] {
  const times = wholeMilliseconds(segments)
  const timeOf = new Map(segments.map((segment, at) => [segment, times[at]]))
  const taken = new Set<string>()
  const lanes = lanesBySpeaker(segments)
  if (lanes.length === 0) return [{ id: 'transcription', participant: '', annotations: [] }]
  return lanes.map(lane => {
    const name = plain(lane.speaker ?? 'transcription')
    let id = name
    for (let n = 2; taken.has(id); n++) id = `${name} (${n})`
    taken.add(id)
    const annotations = lane.segments.map(segment => {
      const { start = 0, end = 0 } = timeOf.get(segment) ?? {}
      if (hasNotXml(segment.text))
        recording.drop(
          `Characters that XML does not have were replaced in the text of segment ${segment.id}.`
        )
      return { start, end, text: segment.text }
    })
    return { id, participant: lane.speaker === null ? '' : plain(lane.speaker), annotations }
  })
}

/** As it is once it was read: XML makes blanks of line ends in attributes, and has no control characters. */
const plain = (name: string) => name.replace(/[\r\n\t]/g, ' ')

const hasNotXml = (text: string) => /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u.test(text)
