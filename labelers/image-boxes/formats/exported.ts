import { classNumbers } from '../../kit/classes.ts'
import { optionOf } from '../../kit/drops.ts'
import { fieldText } from '../../kit/field-text.ts'
import type { ExportContext, ExportRecord, ExportTask, FormatOption } from '../../kit/format.ts'
import { labelsById } from '../../kit/labels.ts'
import { oneAnswerEach } from '../../kit/one-answer-each.ts'
import { type Size, sizeOfItem } from '../image-size.ts'
import type { Answer, AttributeValue, Config, Shape, ShapeKind } from '../schema.ts'

/** A shape as it goes out. */
export interface LabelledShape {
  readonly shape: Shape
  /** Name of its label. */
  readonly label: string
  /** Class number, from 0. */
  readonly number: number
  /** By name of the attribute, or by its id where the config does not know it. */
  readonly attributes: readonly (readonly [name: string, value: AttributeValue])[]
}

/** One picture of one task with what was drawn on it. Without shapes it is a negative, and goes out too. */
export interface AnsweredImage {
  readonly id: string
  /** Of the picture, relative to the project. */
  readonly path: string
  readonly size: Size | undefined
  readonly shapes: readonly LabelledShape[]
  readonly task: ExportTask<Config>
  /** Empty, or a folder of its own for each of several tasks, with a slash at its end. */
  readonly folder: string
  readonly drop: (reason: string) => void
}

/**
 * The pictures of an export, in order. Says of every shape it leaves out why: not labelled, or of a kind the format lacks.
 * A picture has one answer in these formats; those of further annotators are left out.
 */
export async function* answeredImages(
  records: AsyncIterable<ExportRecord<Answer>>,
  context: ExportContext<Config>,
  kinds: readonly ShapeKind[]
): AsyncGenerator<AnsweredImage> {
  for await (const { record, task, answer, folder, drop } of oneAnswerEach(records, context, 'picture'))
    yield {
      id: record.item.id,
      path: fieldText(record.item, task.field),
      size: answer.image ?? sizeOfItem({ item: record.item, field: task.field }),
      shapes: answer.shapes.flatMap(shape => labelled(shape, task.config, kinds, drop) ?? []),
      task,
      folder,
      drop
    }
}

const kindNames: Readonly<Record<ShapeKind, string>> = {
  box: 'boxes',
  rotated: 'rotated boxes',
  polygon: 'polygons',
  point: 'points'
}

function labelled(
  shape: Shape,
  config: Config,
  kinds: readonly ShapeKind[],
  drop: (reason: string) => void
): LabelledShape | undefined {
  const label = shape.label === null ? undefined : labelsById(config.labels).get(shape.label)
  const refused =
    shape.label === null
      ? 'has no label.'
      : label === undefined
        ? `has the label "${shape.label}", which the task does not have.`
        : kinds.includes(shape.kind)
          ? undefined
          : `is left out: this format has no ${kindNames[shape.kind]}.`
  if (label === undefined || refused !== undefined) {
    drop(`Shape ${shape.id} ${refused ?? ''}`)
    return undefined
  }
  const names = new Map(config.attributes.map(attribute => [attribute.id, attribute.name]))
  return {
    shape,
    label: label.name,
    number: classNumbers(config.labels).get(label.id) ?? 0,
    attributes: (shape.attributes ?? []).map(({ id, value }) => [names.get(id) ?? id, value] as const)
  }
}

export const imagesOption = (first: 'copy' | 'leave'): FormatOption => ({
  name: 'images',
  values: first === 'copy' ? ['copy', 'leave'] : ['leave', 'copy'],
  about: 'Copy the pictures beside the labels, or leave them where they are and write labels only.'
})

export function copiesImages(context: ExportContext<Config>, first: 'copy' | 'leave'): boolean {
  const values = first === 'copy' ? (['copy', 'leave'] as const) : (['leave', 'copy'] as const)
  return optionOf(context, 'images', values) === 'copy'
}
