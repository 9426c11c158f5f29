import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import { labelSet } from '../../../schemas/label-set.ts'
import type { Exporter, Importer } from '../../kit/format.ts'
import { seconds } from '../../kit/seconds.ts'
import { asImport, collect, exportAll } from '../../test/exchange.ts'
import { strangeNames } from '../../test/strange-names.ts'
import { audioTranscription } from '../labeler.ts'
import type { Answer, Config, Segment } from '../schema.ts'
import { inOrder } from '../segments.ts'
import { exporters, importers } from './index.ts'

const LONG = 30
const item: Item = {
  id: 'data/call.wav',
  source: 'data',
  fingerprint: `sha256:${'0'.repeat(64)}`,
  fields: { audio: 'data/call.wav' },
  meta: {},
  media: { audio: { duration: LONG, sampleRate: 16_000, channels: 1 } }
}

const config: Config = {
  ...audioTranscription.defaultConfig,
  labels: labelSet([
    ...strangeNames,
    'transcription',
    'no speech',
    'no speech~',
    'Nurse',
    'x]: y',
    '<v a&b>',
    'a -->'
  ]),
  kinds: labelSet(['music', 'phone', '=1+1']),
  mode: 'both',
  overlap: 'any'
}

/** Whole milliseconds, so that nothing is lost to rounding; `fine` times are samples and other parts of them. */
const time = (fine: boolean | 'any') =>
  fine === 'any'
    ? fc.double({ min: 0, max: LONG - 0.1, noNaN: true }).map(Math.abs)
    : fine
      ? fc.oneof(
          fc.integer({ min: 0, max: (LONG - 1) * 16_000 }).map(sample => sample / 16_000),
          fc.integer({ min: 0, max: (LONG - 1) * 10_000_000 }).map(ticks => ticks / 10_000_000)
        )
      : fc.integer({ min: 0, max: LONG * 1000 }).map(ms => ms / 1000)

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '[noise]',
    '[a]: b',
    '[]: ',
    '<v Ann>hi</v> &amp; <i>x</i>',
    'a\nb',
    '12',
    '"quoted" ""',
    '! no comment',
    ' edges ',
    'tab\tand, comma',
    '…',
    '=1+1',
    '{\\an8}',
    'NOTE x',
    'WEBVTT'
  )
)

function answers(fine: boolean | 'any', text: fc.Arbitrary<string>): fc.Arbitrary<Answer> {
  const segment = fc.record({
    start: time(fine),
    end: time(fine),
    speaker: fc.option(fc.constantFrom(...config.labels.map(label => label.id))),
    kind: fc.option(fc.constantFrom(...config.kinds.map(kind => kind.id)), { nil: undefined }),
    text
  })
  return fc.array(segment, { maxLength: 8 }).map(all => {
    const made = all.flatMap(({ start, end, kind, ...rest }, at): Segment[] =>
      start === end
        ? []
        : [
            {
              id: `g${at + 1}`,
              start: seconds(Math.min(start, end)),
              end: seconds(Math.max(start, end)),
              ...rest,
              ...(kind === undefined ? {} : { kind })
            }
          ]
    )
    const segments = inOrder(made).map((each, at) => ({ ...each, id: `g${at + 1}` }))
    return {
      duration: seconds(LONG),
      segments,
      ...(segments.length === 0 ? { nothing: true as const } : {})
    }
  })
}

const pairs = exporters.flatMap(exporter => {
  const importer = importers.find(each => each.format === exporter.format)
  return importer === undefined ? [] : [[exporter, importer] as const]
})

async function throughFile(
  exporter: Exporter<Config, Answer>,
  importer: Importer<Config, Answer>,
  answer: Answer,
  options: Readonly<Record<string, string>> = {}
) {
  const exported = await exportAll({ exporter, config, items: [item], answers: [answer], options })
  const [back, ...more] = (await collect(importer.read(asImport(exported, importer)))).flatMap(each =>
    'record' in each ? [each.record] : []
  )
  expect(more).toEqual([])
  const value = [...(back?.answers.values() ?? [])][0]?.value
  const taken =
    value === undefined
      ? { answer: undefined, problems: [] }
      : importer.answer(
          value,
          { config, item, field: 'audio' },
          name => config.labels.find(label => label.name === name)?.id
        )
  return { ...taken, drops: exported.drops }
}

/** Formats of subtitles have milliseconds, and only csv, nemo, audiofolder and whisper say of what kind a segment is. */
const roughTimes = new Set(['srt', 'vtt'])
const withoutKinds = new Set(['srt', 'vtt', 'textgrid'])
const withOptions: Readonly<Record<string, readonly Record<string, string>[]>> = {
  textgrid: [{}, { form: 'short' }],
  csv: [{}, { separator: 'tab' }],
  audiofolder: [{}, { table: 'csv' }]
}

const bare = ({ segments, ...rest }: Answer, kinds: boolean) => ({
  ...rest,
  segments: segments.map(({ id: _, kind, ...each }) =>
    kinds && kind !== undefined ? { ...each, kind } : each
  )
})

const sorted = (answer: ReturnType<typeof bare>) => ({
  ...answer,
  segments: [...answer.segments].map(each => JSON.stringify(each)).sort()
})

describe('answers go out and come back the same', () => {
  for (const [exporter, importer] of pairs)
    for (const options of withOptions[exporter.format] ?? [{}])
      it(`as ${exporter.format} ${JSON.stringify(options)}`, async () => {
        const fine = !roughTimes.has(exporter.format)
        const kinds = !withoutKinds.has(exporter.format)
        await fc.assert(
          fc.asyncProperty(answers(fine, texts), async answer => {
            const back = await throughFile(exporter, importer, answer, options)
            expect(back.problems).toEqual([])
            if (back.drops.length > 0 || back.answer === undefined) return
            expect(sorted(bare(back.answer, kinds))).toEqual(sorted(bare(answer, kinds)))
          }),
          { numRuns: 150 }
        )
      })

  for (const [exporter, importer] of pairs)
    it(`as ${exporter.format}, of any times, without zero length and without new overlaps`, async () => {
      await fc.assert(
        fc.asyncProperty(answers('any', fc.constant('a')), async answer => {
          const { answer: back } = await throughFile(exporter, importer, answer)
          const lost = (back?.segments.length ?? 0) - answer.segments.length
          const overlaps = (of: Answer | undefined) =>
            (of?.segments ?? []).flatMap((a, at) =>
              (of?.segments ?? []).slice(at + 1).filter(b => b.start < a.end)
            ).length
          expect({
            lost,
            empty: back?.segments.filter(each => !(each.end > each.start)) ?? [],
            more: Math.max(0, overlaps(back) - overlaps(answer))
          }).toEqual({ lost: 0, empty: [], more: 0 })
        }),
        { numRuns: 100 }
      )
    })
})
