import { Label } from '../../schemas/label-set.ts'
import { Id, type Schema, type Static, Type } from '../../schemas/schema.ts'

export const shapeKinds = ['box', 'rotated', 'polygon', 'point'] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** Pixels of the image as displayed, origin at its top left corner, fractions allowed. */
const pixels = Type.Number()
const length = Type.Number({ exclusiveMinimum: 0 })

/** What a shape may say beside its label. */
export const AttributeValue = Type.Union([Type.Boolean(), Type.Number(), Type.String()])
export type AttributeValue = Static<typeof AttributeValue>

/** One question about a shape: "cut by the edge", "hidden part". */
export const Attribute = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 1000 }),
    kind: Type.Union([
      Type.Literal('boolean'),
      Type.Literal('choice'),
      Type.Literal('number'),
      Type.Literal('text')
    ]),
    /** What a `choice` is made from, in the order shown. */
    values: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
    /** Ids of the labels it is asked of. Absent: all of them. */
    labels: Type.Optional(Type.Array(Type.String())),
    required: Type.Optional(Type.Boolean()),
    /** What a shape says when it gets its label. */
    default: Type.Optional(AttributeValue),
    /** One character that gives or takes it in attribute mode. */
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 8 }))
  },
  { additionalProperties: true }
)
export type Attribute = Static<typeof Attribute>

/** What a team lead decides. */
export const Config = Type.Object(
  {
    labels: Type.Array(Label),
    /** The kinds that may be drawn, the first of them in hand at the start. Others that were imported stay. */
    shapes: Type.Array(
      Type.Union([
        Type.Literal('box'),
        Type.Literal('rotated'),
        Type.Literal('polygon'),
        Type.Literal('point')
      ]),
      { minItems: 1, uniqueItems: true }
    ),
    /** Pixels: no side of a drawn shape is shorter. */
    minSize: Type.Number({ exclusiveMinimum: 0 }),
    attributes: Type.Array(Attribute)
  },
  { additionalProperties: true }
)
export type Config = Static<typeof Config>

/** Pairs, and not an object: ids of attributes are data. An attribute is there at most once. */
const attributeValues = Type.Optional(
  Type.Array(Type.Object({ id: Type.String(), value: AttributeValue }, { additionalProperties: true }))
)

// TypeBox writes tuples as JSON Schema did before 2020-12.
const point = Type.Unsafe<readonly [x: number, y: number]>(Type.Array(pixels, { minItems: 2, maxItems: 2 }))
export type Point = Static<typeof point>

const ofEveryShape = {
  /** Unique in the answer: `b1`, `b2`, … in the order of making. */
  id: Type.String({ pattern: '^b[0-9]+$' }),
  /** Label id. Null: drawn, and not labelled yet. */
  label: Type.Union([Type.String(), Type.Null()]),
  attributes: attributeValues,
  /** A locked shape does not move, change its size or go. */
  locked: Type.Optional(Type.Literal(true))
}
const frame = { x: pixels, y: pixels, width: length, height: length }

export const BoxShape = Type.Object(
  { ...ofEveryShape, kind: Type.Literal('box'), ...frame },
  { additionalProperties: true }
)
export type BoxShape = Static<typeof BoxShape>

/** `x y width height` are those of the box before it is turned about its centre. */
export const RotatedShape = Type.Object(
  {
    ...ofEveryShape,
    kind: Type.Literal('rotated'),
    ...frame,
    /** Degrees clockwise as seen, from 0 to below 360. */
    rotation: Type.Number({ minimum: 0, exclusiveMaximum: 360 })
  },
  { additionalProperties: true }
)
export type RotatedShape = Static<typeof RotatedShape>

/** Corners in order, either way round, the last joined to the first. */
export const PolygonShape = Type.Object(
  { ...ofEveryShape, kind: Type.Literal('polygon'), points: Type.Array(point, { minItems: 3 }) },
  { additionalProperties: true }
)
export type PolygonShape = Static<typeof PolygonShape>

export const PointShape = Type.Object(
  { ...ofEveryShape, kind: Type.Literal('point'), points: Type.Array(point, { minItems: 1, maxItems: 1 }) },
  { additionalProperties: true }
)
export type PointShape = Static<typeof PointShape>

export const Shape = Type.Union([BoxShape, RotatedShape, PolygonShape, PointShape])
export type Shape = Static<typeof Shape>

/** Shapes are kept in the order they are drawn in: the last lies on top. */
export const Answer = Type.Object(
  {
    /** The size of the image that was labelled, as displayed. Null while nobody knows it. */
    image: Type.Union([
      Type.Object(
        { width: Type.Integer({ minimum: 1 }), height: Type.Integer({ minimum: 1 }) },
        { additionalProperties: true }
      ),
      Type.Null()
    ]),
    /** The annotator says that nothing of what is asked for can be seen. Not with shapes. */
    nothing: Type.Optional(Type.Literal(true)),
    shapes: Type.Array(Shape)
  },
  { $id: 'answer-image-boxes', title: 'Answer of image-boxes', additionalProperties: true }
)
export type Answer = Static<typeof Answer>

export const configSchema: Schema<Config> = Config
export const answerSchema: Schema<Answer> = Answer

/** Where a shape lies, and nothing else of it. */
export type Geometry =
  | Pick<BoxShape, 'kind' | 'x' | 'y' | 'width' | 'height'>
  | Pick<RotatedShape, 'kind' | 'x' | 'y' | 'width' | 'height' | 'rotation'>
  | Pick<PolygonShape, 'kind' | 'points'>
  | Pick<PointShape, 'kind' | 'points'>

/** A shape that has no id yet. A `Shape` is one: what it has beyond this is not taken over. */
export type NewShape = Geometry & {
  readonly label: string | null
  readonly attributes?: Shape['attributes']
}

export type Order = 'front' | 'back' | 'forward' | 'backward'

/**
 * What a person can do to an answer. Ids that do not exist, and locked shapes where they are protected, are passed over.
 * Coordinates are taken as they come: a view gives whole pixels for what is drawn.
 */
export type Command =
  /** Drawn: what reaches over the edge of the image is cut off. Too small, or of a kind not allowed: nothing happens. */
  | { readonly type: 'shape.add'; readonly shape: NewShape }
  /** Pasted, duplicated: pushed back into the image as a whole where it fits, else cut off. On top, in the order given. */
  | { readonly type: 'shapes.add'; readonly shapes: readonly NewShape[] }
  /** All together, as far as the edge of the image lets every one of them. */
  | {
      readonly type: 'shapes.move'
      readonly ids: readonly string[]
      readonly dx: number
      readonly dy: number
    }
  /** The new frame of a box; of a rotated one before it is turned. Negative sizes turn it over. */
  | {
      readonly type: 'shape.resize'
      readonly id: string
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  /** Corners of a polygon, or the one place of a point. */
  | { readonly type: 'shape.points'; readonly id: string; readonly points: readonly Point[] }
  /** Degrees, any number of turns. A box becomes a rotated one where those are allowed. */
  | { readonly type: 'shape.rotate'; readonly id: string; readonly rotation: number }
  /** Attributes that are not asked of the new label go, defaults of those that are come. */
  | { readonly type: 'shapes.relabel'; readonly ids: readonly string[]; readonly label: string | null }
  | { readonly type: 'shapes.remove'; readonly ids: readonly string[] }
  | { readonly type: 'shapes.order'; readonly ids: readonly string[]; readonly to: Order }
  /** Null takes the value back. */
  | {
      readonly type: 'shapes.attribute'
      readonly ids: readonly string[]
      readonly attribute: string
      readonly value: AttributeValue | null
    }
  | { readonly type: 'shapes.lock'; readonly ids: readonly string[]; readonly locked: boolean }
  /** "Nothing here", said or taken back. Only while there are no shapes; the first shape takes it back. */
  | { readonly type: 'nothing.toggle' }
