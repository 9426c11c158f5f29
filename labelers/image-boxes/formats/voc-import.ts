import { isDecimal, decimalDifference } from '../../kit/decimal.ts'
import type { Importer, ImportFile, Imported } from '../../kit/format.ts'
import type { Answer, AttributeValue, Config } from '../schema.ts'
import { eachFile } from '../../kit/each-file.ts'
import { answerOf, configFor, entry, type ForeignShape, sizeFrom } from './imported.ts'
import { boxBetween } from './rectangle.ts'
import { markedOrigin, VOC_FLAGS, type VocOrigin } from './voc-terms.ts'
import { childOf, readXml, textIn, type XmlElement } from './xml.ts'

export const vocImporter: Importer<Config, Answer> = {
  format: 'voc',
  title: 'Pascal VOC',
  readsFolders: true,
  leavesOut:
    'Parts of objects, actions, masks and the database they are from. Coordinates count from 0 where the file says so or has a 0, or where labelImg wrote it; else from 1.',
  async *read(file) {
    for await (const each of eachFile(file, 'xml'))
      yield* 'problem' in each ? [each] : await annotationOf(each.file)
  },
  recognises: (lines, path) => /\.xml$/i.test(path) && /<annotation[\s>]/.test(lines.join('\n')),
  configFor,
  answer: answerOf
}

async function annotationOf(file: ImportFile): Promise<readonly Imported[]> {
  const problem = (message: string): Imported => ({ problem: { file: file.path, message } })
  const document = await readXml(await file.text())
  const root = childOf(document, 'annotation')
  if (root === undefined)
    return [problem('This is no Pascal VOC annotation: it has no element <annotation>.')]
  const source = childOf(root, 'source')
  const objects = root.children.get('object') ?? []
  const origin = markedOrigin(textIn(source, 'annotation')) ?? originOf(root, objects)
  const problems: Imported[] = []
  const shapes = objects.flatMap((object, at): ForeignShape[] => {
    const shape = shapeOf(object, origin)
    if (typeof shape !== 'string') return [shape]
    problems.push(problem(`Object ${at + 1} was left out: ${shape}`))
    return []
  })
  const id = markedOrigin(textIn(source, 'annotation')) === undefined ? undefined : textIn(source, 'image')
  const size = childOf(root, 'size')
  return [
    ...problems,
    {
      record: {
        file: file.path,
        line: 1,
        path: pathOf(root, file.path),
        ...(id === undefined ? {} : { id }),
        meta: {},
        answers: entry({ size: sizeFrom(textIn(size, 'width'), textIn(size, 'height')), shapes })
      }
    }
  ]
}

/** `<filename>` in `<folder>`; where a tool left it empty, the name of the annotation itself. */
function pathOf(root: XmlElement, file: string): string {
  const [folder = '', name = ''] = [textIn(root, 'folder'), textIn(root, 'filename')]
  if (name === '') return file.replace(/\.xml$/i, '')
  return folder === '' ? name : `${folder}/${name}`
}

/**
 * Files do not say where they count from. A 0 can only be counted from 0. labelImg writes `<path>` and counts from 0
 * (it makes a 1 of a 0); the development kit has no `<path>`.
 */
function originOf(root: XmlElement, objects: readonly XmlElement[]): VocOrigin {
  const firsts = objects.flatMap(object => {
    const box = childOf(object, 'bndbox')
    return [textIn(box, 'xmin'), textIn(box, 'ymin')].map(Number)
  })
  return firsts.some(first => first < 1) || childOf(root, 'path') !== undefined ? '0' : '1'
}

function shapeOf(object: XmlElement, origin: VocOrigin): ForeignShape | string {
  const label = textIn(object, 'name')
  if (label === undefined || label === '') return 'it has no name.'
  const box = childOf(object, 'bndbox')
  const [xmin = '', ymin = '', xmax = '', ymax = ''] = ['xmin', 'ymin', 'xmax', 'ymax'].map(
    side => textIn(box, side) ?? ''
  )
  if (![xmin, ymin, xmax, ymax].every(isDecimal)) return 'its box has no four numbers.'
  const from = (side: string) => decimalDifference(side, origin)
  const [left, top] = [from(xmin), from(ymin)]
  if (Number(xmax) < Number(left) || Number(ymax) < Number(top)) return 'its box ends before it begins.'
  const attributes: [string, AttributeValue][] = VOC_FLAGS.flatMap(flag =>
    textIn(object, flag) === '1' ? [[flag, true]] : []
  )
  const pose = textIn(object, 'pose') ?? ''
  if (pose !== '' && pose !== 'Unspecified') attributes.push(['pose', pose])
  return {
    ...boxBetween([left, top], [xmax, ymax]),
    label,
    ...(attributes.length > 0 ? { attributes } : {})
  }
}
