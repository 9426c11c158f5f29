/** Lines of a sketch: SVG path data in a field of 64 × 44, strokes only. */
export interface SketchLines {
  /** The item, and what stands around. */
  readonly grey: string
  /** What a person adds to it. */
  readonly accent: string
}

/** What a person sees who labels in this way, as the picture of a template draws it: `sketch.ts` of the labeler. */
export interface Sketch {
  /** Where it is answered: in the item, as `LabelerViews.Item` draws it, or beside the item. */
  readonly at: 'item' | 'beside'
  /** It is the only kind of question, and has the whole field. */
  readonly alone: SketchLines
  /** Beside one of the other kind: what is drawn in the item has the left 36 of the field, answers beside it the right 24. */
  readonly shared: SketchLines
}
