import type { Label } from '../../schemas/label-set.ts'
import { idFor } from '../../schemas/schema.ts'

/** What a label of a template says. Class numbers come from the order. */
export interface LabelSketch {
  readonly name: string
  readonly key?: string
  readonly description: string
  readonly examples: readonly string[]
  readonly counterExamples?: readonly string[]
}

export function labelsFrom(sketches: readonly LabelSketch[]): Label[] {
  const ids = new Set<string>()
  return sketches.map(({ examples, counterExamples, ...sketch }, exportIndex) => {
    const id = idFor(sketch.name, ids)
    ids.add(id)
    const label: Label = { id, ...sketch, examples: [...examples], exportIndex }
    if (counterExamples !== undefined) label.counterExamples = [...counterExamples]
    return label
  })
}
