import type { Item } from '../../../schemas/item.ts'
import type { Label } from '../../../schemas/label-set.ts'
import { idFor, type Problem } from '../../../schemas/schema.ts'
import { isUsed } from '../../kit/classes.ts'
import { HIGHEST_CLASS } from '../../kit/keys.ts'
import { admits } from '../attributes.ts'
import { areaOf } from '../geometry.ts'
import { type Size, sizeOfItem } from '../image-size.ts'
import {
  type Answer,
  type Attribute,
  type AttributeValue,
  type Config,
  type Geometry,
  type Shape,
  shapeKinds
} from '../schema.ts'

/** A shape of a foreign file, labels and attributes still by name. */
export type ForeignShape = Geometry & {
  readonly label: string | null
  readonly attributes?: readonly (readonly [name: string, value: AttributeValue])[]
}

/** The value of an imported answer: everything a file says of one picture. */
export interface ForeignImage {
  /** The size the file gives for the picture. */
  readonly size?: Size | undefined
  readonly shapes: readonly ForeignShape[]
  /** Class names at their numbers, where the file numbers them. */
  readonly classes?: readonly (string | undefined)[]
}

/** The task of files that do not name one. */
export const TASK = 'boxes'

/** What `ImportedRecord.answers` holds for a picture. */
export function entry(
  image: ForeignImage
): ReadonlyMap<string, { labels: readonly string[]; value: ForeignImage }> {
  const labels = new Set(image.shapes.flatMap(shape => shape.label ?? []))
  return new Map([[TASK, { labels: [...labels], value: image }]])
}

/** The kinds, the class numbers and the attributes that the answers have. */
export function configFor(values: Iterable<unknown>, defaults: Config): Config {
  const kinds = new Set<Shape['kind']>(defaults.shapes)
  const said = new Map<string, Set<AttributeValue>>()
  let classes: ForeignImage['classes']
  for (const value of values) {
    const image = value as ForeignImage
    classes ??= image.classes
    for (const shape of image.shapes) {
      kinds.add(shape.kind)
      for (const [name, each] of shape.attributes ?? []) {
        const all = said.get(name) ?? new Set()
        said.set(name, all.add(each))
      }
    }
  }
  const ids = new Set(defaults.attributes.map(attribute => attribute.id))
  const known = new Set(defaults.attributes.map(attribute => attribute.name))
  const found = [...said].flatMap(([name, all]): Attribute[] => {
    if (known.has(name) || name === '') return []
    const id = idFor(name, ids)
    ids.add(id)
    return [{ id, name, ...kindFor(all) }]
  })
  return {
    ...defaults,
    shapes: shapeKinds.filter(kind => kinds.has(kind)),
    labels: [...defaults.labels, ...labelsOf(classes ?? [], defaults.labels)],
    attributes: [...defaults.attributes, ...found]
  }
}

/** Few different words are a choice; many are text. */
const MOST_CHOICES = 12

function kindFor(values: ReadonlySet<AttributeValue>): Pick<Attribute, 'kind' | 'values'> {
  const all = [...values]
  if (all.every(value => typeof value === 'boolean')) return { kind: 'boolean' }
  if (all.every(value => typeof value === 'number')) return { kind: 'number' }
  const words = all.map(String).sort()
  return words.length <= MOST_CHOICES ? { kind: 'choice', values: words } : { kind: 'text' }
}

/** Labels at the class numbers a file gives them, where it can be followed. */
function labelsOf(classes: readonly (string | undefined)[], there: readonly Label[]): readonly Label[] {
  if (there.length > 0 || classes.length > HIGHEST_CLASS + 1) return []
  const ids = new Set<string>()
  const names = new Set<string>()
  return classes.flatMap((name, exportIndex) => {
    if (name === undefined || name === '' || names.has(name) || !isUsed(name)) return []
    const id = idFor(name, ids)
    ids.add(id)
    names.add(name)
    return [{ id, name, exportIndex }]
  })
}

/** A picture without shapes is one where there is nothing; one that lost all of its shapes has no answer. */
export function answerOf(
  value: unknown,
  context: { readonly config: Config; readonly item: Item; readonly field: string },
  idOf: (labelName: string) => string | undefined
): { readonly answer: Answer | undefined; readonly problems: readonly Problem[] } {
  const foreign = value as ForeignImage
  const size = sizeOfItem(context)
  const differs =
    size !== undefined &&
    foreign.size !== undefined &&
    (foreign.size.width !== size.width || foreign.size.height !== size.height)
  if (differs) return { answer: undefined, problems: [otherSize(foreign.size, size)] }
  const problems: Problem[] = []
  const shapes = foreign.shapes.flatMap((shape, at): Shape[] => {
    const say = (message: string) =>
      void problems.push({ message: `Shape ${at + 1} was left out: ${message}` })
    const label = shape.label === null ? null : idOf(shape.label)
    if (label === undefined) return (say(`the task has no label "${shape.label ?? ''}".`), [])
    if (shape.kind !== 'point' && !(areaOf(shape) > 0)) return (say('it has no area.'), [])
    const attributes = (shape.attributes ?? []).map(([name, said]) => attributeOf(context.config, name, said))
    const { attributes: _, ...geometry } = shape
    return [{ ...geometry, id: `b${at + 1}`, label, ...(attributes.length > 0 ? { attributes } : {}) }]
  })
  if (shapes.length === 0 && foreign.shapes.length > 0) return { answer: undefined, problems }
  const image = foreign.size ?? size ?? null
  const answer: Answer = { image, ...(shapes.length === 0 ? { nothing: true } : {}), shapes }
  return { answer, problems }
}

function otherSize(said: Size | undefined, is: Size): Problem {
  const turned = said?.width === is.height && said.height === is.width
  const why = turned
    ? 'They were drawn on the picture before its EXIF orientation is applied'
    : 'They were drawn on a picture of another size'
  return {
    message: `The file says ${said?.width} × ${said?.height} and the picture is ${is.width} × ${is.height} as displayed. ${why}, so its shapes were left out.`
  }
}

/** By name or id. One the config does not know, or whose value it does not admit, is kept under its own name. */
function attributeOf(
  config: Config,
  name: string,
  value: AttributeValue
): { id: string; value: AttributeValue } {
  const known =
    config.attributes.find(each => each.name === name) ?? config.attributes.find(each => each.id === name)
  if (known === undefined) return { id: name, value }
  const asked = known.kind === 'choice' || known.kind === 'text' ? String(value) : value
  return { id: known.id, value: admits(known, asked) ? asked : value }
}

/** A size a file gives, where it is one: some write 0 for what they do not know. */
export function sizeFrom(width: unknown, height: unknown): Size | undefined {
  const [across, down] = [Number(width), Number(height)]
  return Number.isInteger(across) && Number.isInteger(down) && across > 0 && down > 0
    ? { width: across, height: down }
    : undefined
}
