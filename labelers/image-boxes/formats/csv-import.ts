import { csvRows } from '../../kit/csv.ts'
import { isDecimal } from '../../kit/decimal.ts'
import type { Importer } from '../../kit/format.ts'
import { turnOf } from '../geometry.ts'
import type { Size } from '../image-size.ts'
import type { Answer, AttributeValue, Config, Geometry } from '../schema.ts'
import { answerOf, configFor, entry, type ForeignShape, sizeFrom } from './imported.ts'
import { parsed } from '../../kit/json-values.ts'
import { attributesOf, pointsOf } from './attribute-values.ts'
import { boxBetween } from './rectangle.ts'

/** Names that other tools give the columns, in lower case without `_`, `-` and spaces. */
const called = new Map([
  ['image', ['image', 'filename', 'file', 'imagepath', 'path', 'imageid', 'imagename']],
  ['label', ['label', 'class', 'labelname', 'classname', 'category', 'name']],
  ['xmin', ['xmin', 'x1', 'left', 'bboxxmin']],
  ['ymin', ['ymin', 'y1', 'top', 'bboxymin']],
  ['xmax', ['xmax', 'x2', 'right', 'bboxxmax']],
  ['ymax', ['ymax', 'y2', 'bottom', 'bboxymax']],
  ['width', ['width', 'imagewidth', 'imgwidth']],
  ['height', ['height', 'imageheight', 'imgheight']],
  ['shape', ['shape']],
  ['rotation', ['rotation']],
  ['points', ['points']],
  ['attributes', ['attributes']],
  ['item', ['item']]
])

type Cells = (column: string) => string

export const csvImporter: Importer<Config, Answer> = {
  format: 'csv',
  title: 'CSV of boxes',
  leavesOut:
    'Columns other than the picture, its size, the label, the four edges, and those of our own export.',
  async *read(file) {
    const rows = csvRows((await file.text()).replace(/^\uFEFF/, ''))
    const first = rows.next()
    if (first.done === true || !isHeader(first.value.cells)) return
    const columns = placesOf(first.value.cells)
    const pictures = new Map<
      string,
      { line: number; id: string; size: Size | undefined; shapes: ForeignShape[] }
    >()
    for (const { line, cells } of rows) {
      const cell: Cells = column => cells[columns.get(column) ?? -1]?.trim() ?? ''
      const path = cell('image')
      if (path === '') {
        yield { problem: { line, message: 'This row names no picture, so it was left out.' } }
        continue
      }
      const label = cells[columns.get('label') ?? -1] ?? ''
      const picture = pictures.get(path) ?? {
        line,
        id: cells[columns.get('item') ?? -1] ?? '',
        size: sizeFrom(cell('width'), cell('height')),
        shapes: []
      }
      pictures.set(path, picture)
      if (label === '' && cell('xmin') === '') continue
      const shape = shapeOf(cell, label)
      if (typeof shape === 'string') yield { problem: { line, message: `${shape} The row was left out.` } }
      else picture.shapes.push(shape)
    }
    for (const [path, { line, id, size, shapes }] of pictures) {
      yield {
        record: { line, path, ...(id === '' ? {} : { id }), meta: {}, answers: entry({ size, shapes }) }
      }
    }
  },
  claims: lines => isHeader([...csvRows(lines[0] ?? '')][0]?.cells ?? []),
  recognises: (lines, path) => /\.csv$/i.test(path) && isHeader([...csvRows(lines[0] ?? '')][0]?.cells ?? []),
  configFor,
  answer: answerOf
}

function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  const names = header.map(name =>
    name
      .replace(/^\uFEFF/, '')
      .toLowerCase()
      .replace(/[_\-\s]/g, '')
  )
  return new Map(
    [...called].flatMap(([column, spellings]) => {
      const place = spellings.map(spelling => names.indexOf(spelling)).find(at => at !== -1)
      return place === undefined ? [] : [[column, place] as const]
    })
  )
}

function isHeader(header: readonly string[]): boolean {
  const columns = placesOf(header)
  return ['image', 'label', 'xmin', 'ymin', 'xmax', 'ymax'].every(column => columns.has(column))
}

function shapeOf(cell: Cells, label: string): ForeignShape | string {
  if (label === '') return 'There is no label.'
  const geometry = geometryOf(cell)
  if (typeof geometry === 'string') return geometry
  const attributes: [string, AttributeValue][] = attributesOf(parsed(cell('attributes')))
  return { ...geometry, label, ...(attributes.length > 0 ? { attributes } : {}) }
}

function geometryOf(cell: Cells): Geometry | string {
  const kind = cell('shape')
  if (kind === 'polygon' || kind === 'point') {
    const points = pointsOf(cell('points').split(/\s+/).map(Number))
    const enough = points !== undefined && (kind === 'point' ? points.length === 1 : points.length >= 3)
    if (!enough || !points.flat().every(Number.isFinite)) return 'Its points are not pairs of numbers.'
    return { kind, points: [...points] }
  }
  const edges = ['xmin', 'ymin', 'xmax', 'ymax'].map(cell)
  if (!edges.every(isDecimal)) return 'Its edges are not four numbers.'
  const [xmin = '', ymin = '', xmax = '', ymax = ''] = edges
  const box = boxBetween([xmin, ymin], [xmax, ymax])
  if (kind !== 'rotated') return box
  const rotation = Number(cell('rotation'))
  return Number.isFinite(rotation)
    ? { ...box, kind, rotation: turnOf(rotation) }
    : 'Its rotation is no number.'
}
