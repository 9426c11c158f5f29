import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { migrate } from '../schemas/migrate.ts'
import type { Field } from '../schemas/project.ts'
import { ok } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { formatsOf } from './formats.ts'
import { labelerOf, labelers } from './index.ts'
import type { AnyLabelerFormats, Exporter, ExportRecord, Importer } from './kit/format.ts'
import type { AnyLabeler, Context } from './kit/labeler.ts'
import { MediaNames } from './kit/media-names.ts'
import { asImport, collect, contextOf, exportAll, importFile, recordOf, fieldOf } from './test/exchange.ts'
import { type AnyExample, exampleOf } from './test/examples.ts'
import { strangeNames } from './test/strange-names.ts'

type AnyExporter = Exporter<unknown, unknown>
type AnyImporter = Importer<unknown, unknown>

const pairsOf = ({ exporters, importers }: AnyLabelerFormats): readonly [AnyExporter, AnyImporter][] =>
  exporters.flatMap(exporter =>
    importers
      .filter(each => each.format === exporter.format)
      .map((importer): [AnyExporter, AnyImporter] => [exporter, importer])
  )

for (const { id } of labelers) {
  const labeler = labelerOf(id) as AnyLabeler
  const formats = formatsOf(id)
  const example = await exampleOf(id)
  const { config, items, answers, commands } = deepFreeze(example)
  const fields = example.fields ?? [fieldOf(items)]
  const field = fields[0]?.id ?? 'text'
  const contexts = items.map((item): Context<unknown> => ({ config, item, field, required: false }))
  const [context] = contexts
  if (context === undefined) throw new Error(`${labeler.id} has no example item`)

  describe(`the labeler ${labeler.id}`, () => {
    it('has an example that is valid and complete', () => {
      expect(validate(labeler.schema.config, config)).toEqual([])
      expect(labeler.checkConfig(config)).toEqual([])
      expect(validate(labeler.schema.config, labeler.defaultConfig)).toEqual([])
      expect(answers.map(answer => validate(labeler.schema.answer, answer))).toEqual(items.map(() => []))
      expect(answers.map((answer, at) => labeler.check(answer, contexts[at] ?? context))).toEqual(
        items.map(() => [])
      )
      expect(validate(labeler.schema.answer, labeler.empty(context))).toEqual([])
    })

    it('names every label that its example uses, and only labels that have a name', () => {
      const offered = labeler.labelIds?.(config) ?? []
      const used = answers.flatMap(answer => labeler.labelsUsed(answer))
      expect({
        unheardOf: used.filter(id => !offered.includes(id)),
        twice: offered.filter((id, at) => offered.indexOf(id) !== at),
        ofTheDefault: labeler.labelIds?.(labeler.defaultConfig) ?? []
      }).toEqual({ unheardOf: [], twice: [], ofTheDefault: [] })
    })

    it('keeps its schema through any walk of commands, and returns the same object when nothing changed', () => {
      const steps = [
        ...commands,
        ...labeler.keys(config).flatMap(key => (key.command === undefined ? [] : [key.command])),
        ...(labeler.bulk?.(config) ?? []).map(({ command }) => command)
      ]
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), walk => {
          const history: { readonly answer: unknown; readonly json: string }[] = []
          let answer = deepFreeze(labeler.empty(context))
          for (const command of walk) {
            history.push({ answer, json: JSON.stringify(answer) })
            const next = deepFreeze(labeler.reduce(answer, command, context))
            if (JSON.stringify(next) === JSON.stringify(answer)) expect(next).toBe(answer)
            expect(validate(labeler.schema.answer, next)).toEqual([])
            answer = next
          }
          expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
          // Undo is going back to what was there: later commands must not have touched it.
          expect(history.map(step => JSON.stringify(step.answer))).toEqual(history.map(step => step.json))
        })
      )
    })

    it('does the same to an answer whether something for many items is done once or twice', () => {
      const bulk = labeler.bulk?.(config) ?? []
      const all = [...answers, labeler.empty(context)]
      const once = bulk.map(({ command }) => all.map(answer => labeler.reduce(answer, command, context)))
      const twice = bulk.map(({ command }, at) =>
        (once[at] ?? []).map(answer => labeler.reduce(answer, command, context))
      )
      expect(twice).toEqual(once)
      expect(new Set(bulk.map(({ id }) => id)).size).toBe(bulk.length)
    })

    it('changes something with at least half of the commands of its example', () => {
      let answer = labeler.empty(context)
      const changed = commands.filter(command => {
        const next = labeler.reduce(answer, command, context)
        const did = next !== answer
        answer = next
        return did
      })
      expect(changed.length).toBeGreaterThanOrEqual(commands.length / 2)
    })

    it('survives commands and answers that make no sense', () => {
      const empty = labeler.empty(context)
      const strange = [
        { type: 'no.such' },
        ...commands.flatMap(command => {
          const { type, ...says } = command as { readonly type: string }
          // What is typed freely is never nonsense.
          return Object.keys(says).every(name => name === 'text')
            ? []
            : [{ type, ...(nonsense(says) as object) }]
        })
      ]
      for (const command of strange) expect(labeler.reduce(empty, command, context)).toBe(empty)
    })

    it('compares answers from 0 to 1, the same both ways, 1 for equal ones', () => {
      const all = [...answers, labeler.empty(context)]
      for (const a of all) {
        expect(labeler.agreement.compare(a, structuredClone(a), context)).toBe(1)
        for (const b of all) {
          const agreement = labeler.agreement.compare(a, b, context)
          expect(agreement).toBe(labeler.agreement.compare(b, a, context))
          expect(agreement).toBeGreaterThanOrEqual(0)
          expect(agreement).toBeLessThanOrEqual(1)
        }
      }
    })

    it('gives no key and no binding id twice', () => {
      const bindings = labeler.keys(labeler.withLabels(config, strangeNames).config)
      const keys = bindings.flatMap(binding => binding.keys)
      const ids = bindings.map(binding => binding.id)
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    })

    it('adds labels by name without moving the ids and class numbers of others', () => {
      const first = labeler.withLabels(config, strangeNames)
      const again = labeler.withLabels(first.config, strangeNames)
      if (!hasLabels(config)) return expect(first).toEqual({ config, added: [] })
      expect(first.added).toEqual(strangeNames)
      expect(again).toEqual({ config: first.config, added: [] })
      expect(validate(labeler.schema.config, first.config)).toEqual([])
      const before = config.labels
      expect((first.config as { labels: readonly unknown[] }).labels.slice(0, before.length)).toEqual(before)
    })

    it('has a migration for every version, and a fixture of each that still opens', () => {
      migrate({}, 1, labeler.version, labeler.migrations)
      const versions = Array.from({ length: labeler.version }, (_, at) => at + 1)
      for (const version of versions) {
        const file = new URL(`${labeler.id}/fixtures/answer-${version}.json`, import.meta.url)
        const answer = migrate(
          JSON.parse(readFileSync(file, 'utf8')),
          version,
          labeler.version,
          labeler.migrations
        )
        expect(validate(labeler.schema.answer, answer)).toEqual([])
      }
    })

    it('reads an importer for every exporter, and says what a format cannot carry', () => {
      const bothWays = formats.exporters.filter(each => each.oneWay !== true)
      expect(bothWays.map(each => each.format).sort()).toEqual(
        formats.importers.map(each => each.format).sort()
      )
      expect(
        formats.exporters.filter(each => each.cannotCarry !== '' && !each.cannotCarry.endsWith('.'))
      ).toEqual([])
    })

    for (const looksAt of fields)
      for (const [exporter, importer] of pairsOf(formats)) {
        it(`writes ${exporter.format} of ${looksAt.kind} and reads the same answers back`, async () => {
          await expectRoundTrip(labeler, exporter, importer, looksAt, config, answers)
        })

        if (hasLabels(config))
          it(`writes and reads strange label names in ${exporter.format} of ${looksAt.kind} exactly`, async () => {
            const strange = labeler.withLabels(config, strangeNames).config
            const ids = (strange as { labels: readonly { id: string; name: string }[] }).labels
            const own = ids.slice(0, ids.length - strangeNames.length).map(label => label.id)
            const fresh = ids.slice(own.length).map(label => label.id)
            for (let turn = 0; turn < fresh.length; turn++) {
              const renamed = answers.map(answer => {
                const json = own.reduce(
                  (text, id, at) => text.replaceAll(`"${id}"`, `"${fresh[(turn + at) % fresh.length]}"`),
                  JSON.stringify(answer)
                )
                return JSON.parse(json) as unknown
              })
              await expectRoundTrip(labeler, exporter, importer, looksAt, strange, renamed)
            }
          })

        it(`writes the same bytes again in ${exporter.format} of ${looksAt.kind}`, async () => {
          const once = await exportAll({ exporter, config, items, answers, field: looksAt })
          expect(await exportAll({ exporter, config, items, answers, field: looksAt })).toEqual(once)
        })
      }

    for (const [exporter, importer] of pairsOf(formats)) {
      it(
        `streams 100,000 items through ${exporter.format} in bounded memory`,
        { timeout: 240_000 },
        async () => {
          const grown = await heapGrowth(example, exporter, importer)
          expect(grown).toBeLessThan(16 * 1024 * 1024)
        }
      )
    }

    async function expectRoundTrip(
      of: AnyLabeler,
      exporter: AnyExporter,
      importer: AnyImporter,
      looksAt: Field,
      withConfig: unknown,
      given: readonly unknown[]
    ) {
      const exported = await exportAll({
        exporter,
        config: withConfig,
        items,
        answers: given,
        field: looksAt
      })
      const read = await collect(importer.read({ ...asImport(exported, importer), fields: [looksAt.id] }))
      const names = new MediaNames(items.map(item => [item.fields[looksAt.id] ?? '', item.id]))
      const byId = new Map(
        read.flatMap(each => {
          if (!('record' in each)) return []
          const named = names.find(each.record.path ?? '')
          return [[each.record.id ?? (named && 'found' in named ? named.found : ''), each.record] as const]
        })
      )
      expect(read.filter(each => 'problem' in each)).toEqual([])
      const labels = (withConfig as { labels: readonly { id: string; name: string }[] }).labels
      const idOf = (name: string) => labels.find(label => label.name === name)?.id
      for (const [at, item] of items.entries()) {
        const answer = given[at]
        const [, back] = [...(byId.get(item.id)?.answers ?? [])][0] ?? []
        const wanted = of.labelsUsed(answer)
        const { answer: result, problems } = importer.answer(
          back?.value,
          { config: withConfig, item, field: looksAt.id },
          idOf
        )
        // Not everything that is left out has a label: a text of a whole recording has none.
        const lost = exported.drops.filter(drop => drop.item === item.id).length
        const missing = wanted.length - of.labelsUsed(result).length
        expect({ item: item.id, problems, lost: missing >= 0 && missing <= lost }).toEqual({
          item: item.id,
          problems: [],
          lost: true
        })
        if (lost === 0)
          expect(of.agreement.compare(answer, result, { ...context, item } as Context<unknown>)).toBe(1)
        expect(wanted).toEqual(expect.arrayContaining([...of.labelsUsed(result)]))
      }
    }
  })
}

describe('the list of labelers', () => {
  it('names every folder, in pure code and in React', () => {
    const here = new URL('.', import.meta.url)
    const folders = readdirSync(here, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'kit' && entry.name !== 'test')
      .map(entry => entry.name)
    const views = readFileSync(new URL('views.ts', here), 'utf8')
    const ids = labelers.map(labeler => labeler.id as string)
    expect([...ids].sort()).toEqual(folders.sort())
    const inViews = [...views.matchAll(/^ {2}'?([a-z-]+)'?: erase/gm)].map(match => match[1])
    expect(inViews).toEqual(ids)
  })
})

/** Formats that are one document: they are written as a stream, and read whole. */
const readWhole: ReadonlySet<string> = new Set(['csv', 'coco'])

/** Bytes of heap that stay in use per 90,000 more items, export and import running against each other. */
async function heapGrowth(
  { config, items, answers }: AnyExample,
  exporter: AnyExporter,
  importer: AnyImporter
): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const at: number[] = []
  const heap = () => {
    collectGarbage()
    at.push(process.memoryUsage().heapUsed)
  }
  async function* records(measure: boolean): AsyncGenerator<ExportRecord<unknown>> {
    for (let n = 0; n < 100_000; n++) {
      const item = items[n % items.length]
      const answer = answers[n % items.length]
      if (item === undefined) continue
      if (measure && (n === 10_000 || n === 99_999)) heap()
      yield recordOf({ ...item, id: `${item.id}-${n}` }, answer)
    }
  }
  const context = contextOf(config, () => {}, {}, fieldOf(items))
  async function* texts(measure: boolean) {
    for await (const chunk of exporter.write(records(measure), context)) if ('text' in chunk) yield chunk
  }
  async function* lines(measure: boolean) {
    let line = 0
    for await (const { text } of texts(measure))
      for (const each of text.slice(0, -1).split('\n')) yield { line: ++line, text: each }
  }
  const companions = new Map(
    (exporter.companions?.(context, new Map()) ?? []).map(({ file, text }) => [file, text])
  )
  const folder = importer.readsFolders === true && exporter.extension !== 'jsonl'
  let seen = 0
  if (readWhole.has(exporter.format)) for await (const _ of exporter.write(records(true), context)) seen++
  else
    for await (const each of importer.read({
      path: `task.${exporter.extension}`,
      // Importers may read a file twice; the last pass is the one that gives records.
      lines: () => lines(true),
      text: async () => '',
      beside: async name => companions.get(name),
      ...(folder ? { isFolder: true } : {}),
      async *below(extension) {
        for await (const { file, text } of texts(true))
          if (file.endsWith(`.${extension}`)) yield ok(importFile(file, text))
      }
    }))
      if ('record' in each) seen++
  expect(seen).toBeGreaterThanOrEqual(100_000)
  return (at.at(-1) ?? 0) - (at.at(-2) ?? 0)
}

/** A label set is the team lead's list of names; a labeler of scales or of plain text has none. */
function hasLabels(config: unknown): config is { readonly labels: readonly unknown[] } {
  return Array.isArray((config as { readonly labels?: unknown }).labels)
}

/** The same shape with nothing in it that exists. */
function nonsense(value: unknown): unknown {
  if (typeof value === 'string') return '__proto__'
  if (typeof value === 'number') return Number.NaN
  if (Array.isArray(value)) return value.map(nonsense)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, nonsense(each)]))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) deepFreeze(each)
  }
  return value
}
