import { useMemo } from 'react'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { RowList } from '../../kit/view/RowList.tsx'
import { useLooks } from '../../kit/view/use-looks.ts'
import type { Span } from '../schema.ts'
import { nesting } from './nesting.ts'
import styles from './regions.module.css'
import { type Props, useTextState } from './text-state.ts'

/** Every span of the item in the order of the text, inner ones indented. */
export function RegionList(props: Props) {
  const { answer, scope, task } = props
  const state = useTextState(props)
  const looks = useLooks(props)
  const depths = useMemo(() => nesting(answer.spans, 2), [answer.spans])
  const selected = state.selected?.id

  if (answer.spans.length === 0)
    return (
      <p className={styles.empty}>
        {props.readOnly ? 'No entities.' : 'No entities yet. Select words and press a label’s key.'}
      </p>
    )
  const rowOf = (span: Span, place: number) => {
    const look = looks(span.label)
    return {
      title: span.text,
      depth: depths[place] ?? 0,
      badge: <LabelBadge color={look.color} text={look.badge} />,
      text: span.text.slice(0, 200),
      note: look.name
    }
  }
  return (
    <RowList
      name={task.title}
      things={answer.spans}
      rowOf={rowOf}
      selected={new Set(selected === undefined ? [] : [selected])}
      onTake={span => {
        scope.take()
        state.takeSpan(span)
      }}
    />
  )
}
