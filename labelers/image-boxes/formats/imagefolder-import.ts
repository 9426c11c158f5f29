import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { idOf, jsonRows, type Row } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignShape, sizeFrom } from './imported.ts'
import { listOf, numbersOf, propertiesOf, textOf } from '../../kit/json-values.ts'

export const imagefolderImporter: Importer<Config, Answer> = {
  format: 'imagefolder',
  title: 'Hugging Face image folder',
  readsFolders: true,
  leavesOut:
    'Columns other than the file name, the id and the objects. Without the names in README.md, class numbers are names.',
  async *read(file) {
    const names = classesIn(await file.beside?.('README.md'))
    for await (const { rows, folder } of tables(file)) {
      for await (const each of jsonRows(rows)) {
        if ('problem' in each) yield each
        else yield* picture(each.row, folder, rows.path, await names)
      }
    }
  },
  recognises: (lines, path) =>
    /(^|[/\\])metadata\.jsonl$/i.test(path) && /"objects"\s*:/.test(lines.join('\n')),
  configFor,
  answer: answerOf
}

/** The metadata itself, or each in a folder: every split has one. */
async function* tables(file: ImportFile): AsyncGenerator<{ rows: ImportFile; folder: string }> {
  if (file.isFolder !== true) {
    yield { rows: file, folder: '' }
    return
  }
  for await (const each of file.below?.('jsonl') ?? []) {
    if (!each.ok || !/(^|\/)metadata\.jsonl$/i.test(each.value.path)) continue
    yield { rows: each.value, folder: each.value.path.slice(0, -'metadata.jsonl'.length) }
  }
}

function* picture(
  { line, columns }: Row,
  folder: string,
  file: string,
  names: readonly (string | undefined)[]
): Generator<Imported> {
  const problem = (message: string): Imported => ({ problem: { file, line, message } })
  const name = textOf(columns.get('file_name'))
  if (name === undefined) {
    yield problem('This row has no file name, so it was left out.')
    return
  }
  const objects = propertiesOf(columns.get('objects'))
  const boxes = listOf(objects.get('bbox'))
  const categories = listOf(objects.get('categories') ?? objects.get('category') ?? objects.get('label'))
  const shapes: ForeignShape[] = []
  for (const [at, each] of boxes.entries()) {
    const [x, y, width, height] = numbersOf(each) ?? []
    const label = labelOf(categories[at], names)
    if (
      x === undefined ||
      y === undefined ||
      width === undefined ||
      height === undefined ||
      label === undefined
    )
      yield problem(`Object ${at + 1} has no box of four numbers or no category, so it was left out.`)
    else shapes.push({ kind: 'box', x, y, width, height, label })
  }
  const id = idOf(columns.get('id'))
  const size = sizeFrom(columns.get('width'), columns.get('height'))
  yield {
    record: {
      ...(folder === '' ? {} : { file }),
      line,
      path: folder + name,
      ...(id === undefined ? {} : { id }),
      meta: {},
      answers: entry({ size, shapes, classes: names })
    }
  }
}

function labelOf(category: unknown, names: readonly (string | undefined)[]): string | undefined {
  if (typeof category === 'number') return names[category] ?? String(category)
  return textOf(category)
}

/** The class names in the head of a dataset card, wherever its features hold some for `categories` or `category`. */
async function classesIn(card: string | undefined): Promise<readonly (string | undefined)[]> {
  const head = /^\uFEFF?---\r?\n([^]*?)\r?\n---(?:\r?\n|$)/.exec(card ?? '')?.[1]
  if (head === undefined) return []
  const { parse } = await import('yaml')
  try {
    return namesIn(parse(head), false) ?? []
  } catch {
    return []
  }
}

/** Looks through lists and objects for `names` of a class label below a feature of categories. */
function namesIn(
  value: unknown,
  inCategories: boolean,
  depth = 0
): readonly (string | undefined)[] | undefined {
  if (depth > 12) return undefined
  if (Array.isArray(value))
    return value.reduce<ReturnType<typeof namesIn>>(
      (found, each) => found ?? namesIn(each, inCategories, depth + 1),
      undefined
    )
  const properties = propertiesOf(value)
  const named = properties.get('name')
  const here = inCategories || named === 'categories' || named === 'category'
  const label = propertiesOf(properties.get('class_label'))
  if (here && label.has('names')) return listed(label.get('names'))
  for (const each of properties.values()) {
    const found = namesIn(each, here, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function listed(names: unknown): readonly (string | undefined)[] {
  if (Array.isArray(names)) return names.map(String)
  const list: (string | undefined)[] = []
  for (const [number, name] of propertiesOf(names)) {
    const place = Number(number)
    if (Number.isInteger(place) && place >= 0 && place < 10_000) list[place] = String(name)
  }
  return Array.from(list)
}
