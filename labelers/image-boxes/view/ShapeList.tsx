import { type MouseEvent, useMemo } from 'react'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { RowList } from '../../kit/view/RowList.tsx'
import { useLooks } from '../../kit/view/use-looks.ts'
import type { Shape } from '../schema.ts'
import { type Props, useBoxesState } from './boxes-state.ts'
import { measure } from './said.ts'

/** One row for each shape, the last drawn at the end. Shift takes a row more. */
export function ShapeList(props: Props) {
  const { answer, scope, task } = props
  const state = useBoxesState(props)
  const looks = useLooks(props)
  const selected = useMemo(() => new Set(state.selected.map(shape => shape.id)), [state.selected])
  const shown = useMemo(() => new Set(state.visible), [state.visible])

  const take = (shape: Shape, event: MouseEvent) => {
    scope.take()
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return state.select([shape.id])
    const others = state.selected.map(each => each.id).filter(id => id !== shape.id)
    state.select(others.length < state.selected.length ? others : [...others, shape.id])
  }
  const rowOf = (shape: Shape) => {
    const look = shape.label === null ? undefined : looks(shape.label)
    return {
      title: look?.name,
      struck: !shown.has(shape),
      badge:
        look === undefined ? (
          <LabelBadge color={0} text="?" open />
        ) : (
          <LabelBadge color={look.color} text={look.badge} onMedia />
        ),
      text: look?.name ?? 'No label yet',
      marks: (
        <>
          {shape.locked === true && <Icon name="lock" small label="locked" className="faint" />}
          {look === undefined && <Icon name="warn" small label="needs a label" className="warn-text" />}
        </>
      ),
      note: measure(shape)
    }
  }
  return (
    <RowList
      name={task.title}
      things={answer.shapes}
      rowOf={rowOf}
      selected={selected}
      several
      onTake={take}
    />
  )
}
