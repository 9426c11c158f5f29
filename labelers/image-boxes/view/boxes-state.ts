import { useMemo } from 'react'
import type { Context } from '../../kit/labeler.ts'
import type { ViewProps } from '../../kit/view.ts'
import { type Size, sizeFor } from '../image-size.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config, NewShape, Shape, ShapeKind } from '../schema.ts'

export type Props = ViewProps<Config, Answer, Command>
export type Tool = 'select' | 'pan' | ShapeKind

/** Some shapes of one item that keys and panels act on. It is not there on the next item. */
interface Selection {
  readonly item: string
  readonly ids: readonly string[]
  /**
   * It was just drawn with the label in hand: keys move and size it, and a label key takes the label for the next one
   * instead of changing this one.
   */
  readonly drawn?: boolean
  /** It was taken by the pointer, so it is in sight. */
  readonly pointed?: boolean
  /** The corner of the one polygon that arrow keys move. */
  readonly corner?: number
}

/** What shapes do until a person says otherwise. */
const nothingSelected: readonly Shape[] = []

/** What keys and pointer act on, and what the halves of the view share. */
export interface BoxesState {
  readonly context: Context<Config>
  /** Pixels of the image as displayed. Undefined: not known yet. */
  readonly size: Size | undefined
  readonly tool: Tool
  /** The label that drawn shapes take. */
  readonly hand: string | undefined
  /** In z-order. */
  readonly selected: readonly Shape[]
  readonly selection: Omit<Selection, 'item'>
  /** Shapes that are shown and can be clicked: not those that are hidden. */
  readonly visible: readonly Shape[]
  readonly hidden: boolean
  /** Only shapes of this label are shown; null: those without a label. Undefined: all. */
  readonly solo: string | null | undefined
  /** Attribute mode: the panel on the right has the keys, and shapes are seen close up. */
  readonly attributes: boolean
  readonly setTool: (tool: Tool) => void
  readonly setHand: (label: string | undefined) => void
  readonly setHidden: (hidden: boolean) => void
  readonly setSolo: (label: string | null | undefined) => void
  readonly setAttributes: (on: boolean) => void
  readonly select: (ids: readonly string[], how?: Omit<Selection, 'item' | 'ids'>) => void
  /** Carries out a command; false where it changed nothing. */
  readonly apply: (command: Command, gesture?: string) => boolean
  /** The same, and selects the shapes that it made. */
  readonly make: (command: Command) => boolean
  /** Labels what is selected; takes the label in hand where that is nothing, or what was just drawn with another. */
  readonly applyLabel: (label: string) => void
}

export function useBoxesState(props: Props): BoxesState {
  const { task, item, config, answer, readOnly, shared, dispatch } = props
  const [tool, setTool] = shared.use<Tool>('tool', config.shapes[0] ?? 'box')
  const [hand, setHand] = shared.use<string | null>('hand', null)
  const [selectionOf, setSelection] = shared.use<Selection | null>('selection', null)
  const [hidden, setHidden] = shared.use('hidden', false)
  const [solo, setSolo] = shared.use<{ readonly label: string | null } | null>('solo', null)
  const [attributes, setAttributes] = shared.use('attributes', false)
  const context = useMemo(
    () => ({ config, item, field: task.field, required: task.required ?? false }),
    [config, item, task]
  )
  const size = useMemo(() => sizeFor(answer, context), [answer, context])
  const selection = selectionOf?.item === item.id ? selectionOf : null
  const selected = useMemo(() => shapesOf(answer, selection?.ids ?? []), [answer, selection])
  const visible = useMemo(() => {
    if (hidden) return nothingSelected
    return solo === null ? answer.shapes : answer.shapes.filter(shape => shape.label === solo.label)
  }, [answer, hidden, solo])

  const select: BoxesState['select'] = (ids, how = {}) => setSelection({ item: item.id, ids, ...how })
  const apply = (command: Command, gesture?: string) => {
    if (readOnly || reduce(answer, command, context) === answer) return false
    dispatch(command, gesture)
    return true
  }
  return {
    context,
    size,
    tool,
    hand: hand ?? undefined,
    selected,
    selection: selection ?? { ids: [] },
    visible,
    hidden,
    solo: solo?.label,
    attributes,
    setTool,
    setHand: label => setHand(label ?? null),
    setHidden,
    setSolo: label => setSolo(label === undefined ? null : { label }),
    setAttributes,
    select,
    apply,
    make: command => {
      const made = shapesMade(answer, command, context)
      if (made.length === 0 || !apply(command)) return false
      if (hidden) setHidden(false)
      const drawn = command.type === 'shape.add' && made[0]?.label !== null
      select(
        made.map(shape => shape.id),
        { drawn, pointed: command.type === 'shape.add' }
      )
      return true
    },
    applyLabel: label => {
      if (readOnly) return
      if (
        selected.length === 0 ||
        (selection?.drawn === true && selected.every(({ label }) => label !== null))
      )
        return setHand(hand === label ? null : label)
      const ids = selected.map(shape => shape.id)
      apply({ type: 'shapes.relabel', ids, label })
      select(ids, { pointed: true })
    }
  }
}

function shapesOf(answer: Answer, ids: readonly string[]): readonly Shape[] {
  if (ids.length === 0) return nothingSelected
  const wanted = new Set(ids)
  return answer.shapes.filter(shape => wanted.has(shape.id))
}

/** The shapes that a command would add. */
function shapesMade(answer: Answer, command: Command, context: Context<Config>): readonly Shape[] {
  const before = new Set(answer.shapes.map(shape => shape.id))
  return reduce(answer, command, context).shapes.filter(shape => !before.has(shape.id))
}

/** What is copied of a shape: everything but its id and its lock. */
export function copyOf(shape: Shape): NewShape {
  const { id: _id, locked: _locked, ...rest } = shape
  return rest
}
