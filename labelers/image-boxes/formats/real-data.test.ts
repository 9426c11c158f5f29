import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import { collect, exportAll, asImport, importFolder } from '../../test/exchange.ts'
import type { Imported, Importer } from '../../kit/format.ts'
import { imageBoxes } from '../labeler.ts'
import type { Answer, Config } from '../schema.ts'
import { exporters, importers } from './index.ts'
import { vocImporter } from './voc-import.ts'

const folder = new URL('../../../../shared/real-data/bccd/voc/', import.meta.url)
const present = existsSync(folder)
if (!present) console.warn('not run: real data, because ../shared/real-data is not beside the repository')

const files = new Map(
  present
    ? readdirSync(folder).map(name => [`voc/${name}`, readFileSync(new URL(name, folder), 'utf8')] as const)
    : []
)

/** The boxes of an XML as its numbers stand there, found without our reader: name, left, top, width, height. */
function boxesIn(xml: string): string[] {
  return [...xml.matchAll(/<object>([^]*?)<\/object>/g)].map(([, object = '']) => {
    const text = (tag: string) => object.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0]?.trim() ?? ''
    const [left, top, right, bottom] = ['xmin', 'ymin', 'xmax', 'ymax'].map(side => Number(text(side)))
    return [text('name'), left, top, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)].join(' ')
  })
}

const said = (answer: Answer | undefined, config: Config): string[] =>
  (answer?.shapes ?? []).map(shape =>
    shape.kind === 'box'
      ? [imageBoxes.labelName(config, shape.label ?? ''), shape.x, shape.y, shape.width, shape.height].join(
          ' '
        )
      : shape.kind
  )

/** What an import into a project with this config, or else into a new one, makes of the records. */
function take(importer: Importer<Config, Answer>, imported: readonly Imported[], there?: Config) {
  const records = imported.flatMap(each => ('record' in each ? [each.record] : []))
  const problems = imported.flatMap(each => ('problem' in each ? [each.problem.message] : []))
  const found = records.map(record => record.answers.get('boxes'))
  const fitting = importer.configFor(
    found.map(each => each?.value),
    there ?? imageBoxes.defaultConfig
  )
  const { config } = imageBoxes.withLabels(fitting, [...new Set(found.flatMap(each => each?.labels ?? []))])
  const items = records.map((record, at): Item => {
    const path = `images/${(record.path ?? '')
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '')}.jpg`
    return {
      id: path,
      source: path,
      fingerprint: `sha256:${'0'.repeat(64)}`,
      fields: { image: path },
      meta: { at },
      media: { image: { width: 640, height: 480 } }
    }
  })
  const answers = records.map((_, at) => {
    const context = { config, item: items[at] as Item, field: 'image' }
    const made = importer.answer(
      found[at]?.value,
      context,
      name => config.labels.find(label => label.name === name)?.id
    )
    problems.push(...made.problems.map(problem => problem.message))
    return made.answer as Answer
  })
  return { config, items, answers, problems }
}

describe.skipIf(!present)('60 photographs of blood cells with Pascal VOC boxes', () => {
  it('import with every box as it stands in its file', async () => {
    const { answers, config, problems, items } = take(
      vocImporter,
      await collect(vocImporter.read(importFolder(files)))
    )
    expect(problems).toEqual([])
    expect(answers.flatMap(answer => said(answer, config))).toEqual([...files.values()].flatMap(boxesIn))
    expect(answers.flatMap(answer => answer.shapes).length).toBeGreaterThan(700)
    expect(
      answers.flatMap((answer, at) =>
        imageBoxes.check(answer, { config, item: items[at] as Item, field: 'image', required: true })
      )
    ).toEqual([])
  })

  for (const exporter of exporters)
    it(`go out as ${exporter.format} and come back without a difference`, async () => {
      const first = take(vocImporter, await collect(vocImporter.read(importFolder(files))))
      const exported = await exportAll({ exporter, ...first })
      expect(exported.drops).toEqual([])
      const importer = importers.find(each => each.format === exporter.format) as Importer<Config, Answer>
      const again = take(importer, await collect(importer.read(asImport(exported, importer))))
      expect(again.problems).toEqual([])
      expect(again.answers.map(answer => said(answer, again.config))).toEqual(
        first.answers.map(answer => said(answer, first.config))
      )
    })
})
