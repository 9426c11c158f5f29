import { Label } from '../../schemas/label-set.ts'
import { type Schema, type Static, Type } from '../../schemas/schema.ts'

/** What a team lead decides. Intent, sentiment, topic and every other classification are configs of this. */
export const Config = Type.Object(
  {
    labels: Type.Array(Label),
    multiple: Type.Boolean(),
    /** How many must be chosen once any are, with `multiple`. */
    min: Type.Optional(Type.Integer({ minimum: 0 })),
    max: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Choosing submits the item and goes on, when nothing else is missing. Only without `multiple`. */
    autoAdvance: Type.Optional(Type.Boolean())
  },
  { additionalProperties: true }
)
export type Config = Static<typeof Config>

/** Label ids in the order of the label set, each once. */
export const Answer = Type.Object(
  { chosen: Type.Array(Type.String(), { uniqueItems: true }) },
  { $id: 'answer-choice', title: 'Answer of choice', additionalProperties: true }
)
export type Answer = Static<typeof Answer>

export const configSchema: Schema<Config> = Config
export const answerSchema: Schema<Answer> = Answer

/** Toggling what is chosen takes it back, choosing it leaves it. Without `multiple`, both replace. */
export type Command =
  | { readonly type: 'choice.toggle'; readonly label: string }
  | { readonly type: 'choice.choose'; readonly label: string }
  | { readonly type: 'choice.clear' }
