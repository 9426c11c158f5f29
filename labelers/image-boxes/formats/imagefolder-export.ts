import { classNames } from '../../kit/classes.ts'
import type { Exporter } from '../../kit/format.ts'
import { jsonLine } from '../../kit/json-lines.ts'
import type { Answer, Config } from '../schema.ts'
import { answeredImages, copiesImages, imagesOption } from './exported.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { yamlText } from '../../kit/yaml-text.ts'

/*
 * A Hugging Face image folder, https://huggingface.co/docs/datasets/image_dataset#object-detection: `metadata.jsonl` with a
 * row for each picture, `objects` holding COCO boxes and class numbers side by side. The names behind the numbers stand in
 * the head of README.md.
 */

export const imagefolderExporter: Exporter<Config, Answer> = {
  format: 'imagefolder',
  title: 'Hugging Face image folder',
  extension: 'jsonl',
  cannotCarry: 'Rotated boxes, polygons, points, attributes, who labelled, and locks.',
  offsetUnit: null,
  tokenizer: null,
  options: [imagesOption('copy')],
  async *write(records, context) {
    const copies = copiesImages(context, 'copy')
    const names = new Map(context.tasks.map(task => [task.id, new ExportNames()]))
    for await (const image of answeredImages(records, context, ['box'])) {
      const name = names.get(image.task.id)?.nameFor(image.path).path ?? image.path
      const shapes = image.shapes.flatMap(({ shape, number }) =>
        shape.kind === 'box' ? [{ shape, number }] : []
      )
      yield {
        file: `${image.folder}metadata.jsonl`,
        text: jsonLine([
          ['file_name', `images/${name}`],
          ['id', image.id],
          ['width', image.size?.width ?? null],
          ['height', image.size?.height ?? null],
          [
            'objects',
            {
              bbox: shapes.map(({ shape: { x, y, width, height } }) => [x, y, width, height]),
              categories: shapes.map(({ number }) => number)
            }
          ]
        ])
      }
      if (copies) yield { file: `${image.folder}images/${name}`, copyOf: image.path }
    }
  },
  companions: context =>
    context.tasks.map(task => ({
      file: `${context.tasks.length > 1 ? `${task.id}/` : ''}README.md`,
      text: card(context.projectName, classNames(task.config.labels))
    }))
}

function card(title: string, names: readonly string[]): string {
  const classes = names.map((name, number) => `            '${number}': ${yamlText(name)}\n`).join('')
  return `---
pretty_name: ${yamlText(title)}
task_categories:
- object-detection
dataset_info:
  features:
  - name: image
    dtype: image
  - name: id
    dtype: string
  - name: width
    dtype: int64
  - name: height
    dtype: int64
  - name: objects
    struct:
    - name: bbox
      sequence:
        sequence: float64
    - name: categories
      sequence:
        class_label:
          names:
${classes}---

# ${title.replace(/\s+/g, ' ')}

Pictures with boxes, exported by Goldset. Boxes are x, y, width and height in pixels of the picture as displayed.
What was left out, and why, is in \`goldset-export.json\`.
`
}
