import type { Item } from '../../../schemas/item.ts'
import type { Problem } from '../../../schemas/schema.ts'
import { shortestWithin } from '../../kit/decimal.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import { type Size, sizeOfItem } from '../image-size.ts'
import type { Answer, Config, Geometry, Point } from '../schema.ts'
import { eachFile } from '../../kit/each-file.ts'
import { answerOf, configFor, type ForeignImage, type ForeignShape, TASK } from './imported.ts'
import { quadrangle } from './rectangle.ts'
import { readClasses } from './yolo-classes.ts'

/** A row of a label file: shares of a picture whose size the file does not say. */
interface Row {
  readonly label: string
  readonly shares: readonly number[]
  /** How far a share can be from what was meant, by the places it is written with. */
  readonly off: number
}

interface ForeignRows {
  readonly rows: readonly Row[]
  readonly classes: readonly (string | undefined)[]
}

export const yoloImporter: Importer<Config, Answer> = {
  format: 'yolo',
  title: 'YOLO (Ultralytics)',
  readsFolders: true,
  leavesOut: 'How sure a model was, keypoints, and which split a picture is in.',
  async *read(file) {
    const classes = await readClasses(file)
    if ('problem' in classes) {
      yield classes
      return
    }
    // Of a dataset's description, its folder is meant.
    const files = /\.ya?ml$/i.test(file.path) ? { ...file, isFolder: true } : file
    for await (const each of eachFile(files, 'txt')) {
      if ('problem' in each) yield each
      else if (file === each.file || isLabels(each.file.path)) yield* await rowsOf(each.file, classes.names)
    }
  },
  recognises: (lines, path) =>
    /\.txt$/i.test(path) && lines.length > 0 && lines.every(line => /^\d+( -?[\d.e-]+){4,}\s*$/i.test(line)),
  configFor: (values, defaults) => configFor(imagesOf(values), defaults),
  answer: fromShares
}

const isLabels = (path: string): boolean =>
  !/(^|\/)(classes|train|val|test|obj|predefined_classes|readme|license)\.txt$/i.test(path)

async function rowsOf(
  file: ImportFile,
  names: readonly (string | undefined)[]
): Promise<readonly Imported[]> {
  const found: Imported[] = []
  const rows: Row[] = []
  for (const [at, line] of (await file.text()).split(/\r?\n/).entries()) {
    const words = line.trim().split(/\s+/)
    if (words.length === 1 && words[0] === '') continue
    const [number = '', ...shares] = words
    const row = rowOf(Number(number), shares, names)
    if (typeof row === 'string') found.push({ problem: { file: file.path, line: at + 1, message: row } })
    else rows.push(row)
  }
  const value: ForeignRows = { rows, classes: names }
  const labels = [...new Set(rows.map(row => row.label))]
  const answers = new Map([[TASK, { labels, value }]])
  return [...found, { record: { file: file.path, line: 1, path: pictureOf(file.path), meta: {}, answers } }]
}

/** `labels/train/a.txt` is about a picture whose path ends in `train/a`; see the exporter for `images_`. */
function pictureOf(path: string): string {
  const parts = path.replace(/\.txt$/i, '').split('/')
  const from = parts.lastIndexOf('labels')
  return parts
    .slice(from + 1)
    .map(part => (/^images_+$/.test(part) ? part.slice(0, -1) : part))
    .join('/')
}

function rowOf(
  number: number,
  words: readonly string[],
  names: readonly (string | undefined)[]
): Row | string {
  const shares = words.map(Number)
  if (!Number.isInteger(number) || number < 0 || !shares.every(Number.isFinite))
    return 'This row is not a class number and numbers, so it was left out.'
  const isBox = shares.length === 4 || shares.length === 5
  if (!isBox && (shares.length < 6 || shares.length % 2 === 1))
    return `This row has ${words.length} numbers after its class: neither a box nor an outline, so it was left out.`
  const kept = isBox ? shares.slice(0, 4) : shares
  if (kept.some(share => share < -0.01 || share > 1.01))
    return 'This row has a number outside 0 to 1, so it was left out.'
  const places = Math.min(12, ...words.slice(0, kept.length).map(placesOf))
  return { label: names[number] ?? String(number), shares: kept, off: 10 ** -places }
}

/** Whole numbers are exact, whatever their places. */
function placesOf(word: string): number {
  const value = Number(word)
  if (Number.isInteger(value)) return 12
  const [, fraction = '', exponent = '0'] = /\.(\d*)(?:e([+-]?\d+))?$/i.exec(word) ?? []
  return Math.max(0, fraction.length - Number(exponent))
}

function* imagesOf(values: Iterable<unknown>): Generator<ForeignImage> {
  for (const value of values) {
    const { rows, classes } = value as ForeignRows
    // Whether four corners are a rectangle depends on the sides of the picture, which nobody knows yet.
    yield {
      shapes: rows.flatMap(({ shares, label }): ForeignShape[] =>
        shares.length === 4 ? [] : [{ kind: 'polygon', points: [], label }, ...turned(shares, label)]
      ),
      classes
    }
  }
}

const turned = (shares: readonly number[], label: string): ForeignShape[] =>
  shares.length === 8 ? [{ kind: 'rotated', x: 0, y: 0, width: 1, height: 1, rotation: 0, label }] : []

function fromShares(
  value: unknown,
  context: { readonly config: Config; readonly item: Item; readonly field: string },
  idOf: (labelName: string) => string | undefined
): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] } {
  const { rows } = value as ForeignRows
  const size = sizeOfItem(context)
  if (size === undefined) {
    const message =
      'The size of the picture cannot be read, and YOLO gives places as shares of it. Its shapes were left out.'
    return { answer: undefined, problems: [{ message }] }
  }
  const shapes = rows.map((row): ForeignShape => ({ ...inPixels(row, size), label: row.label }))
  return answerOf({ size, shapes } satisfies ForeignImage, context, idOf)
}

function inPixels({ shares, off }: Row, { width, height }: Size): Geometry {
  const [across, down] = [off * width, off * height]
  if (shares.length === 4) {
    const [x = 0, y = 0, w = 0, h = 0] = shares
    return {
      kind: 'box',
      x: shortestWithin((x - w / 2) * width, across),
      y: shortestWithin((y - h / 2) * height, down),
      width: shortestWithin(w * width, across),
      height: shortestWithin(h * height, down)
    }
  }
  const points = Array.from({ length: shares.length / 2 }, (_, at): Point => [
    shortestWithin((shares[at * 2] ?? 0) * width, across),
    shortestWithin((shares[at * 2 + 1] ?? 0) * height, down)
  ])
  const [a, b, c, d] = points
  const four = points.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined
  return four ? quadrangle([a, b, c, d], Math.max(across, down, 1e-9)) : { kind: 'polygon', points }
}
