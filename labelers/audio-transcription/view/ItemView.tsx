import { Note } from '../../../renderer/ui/Note.tsx'
import { fieldText } from '../../kit/field-text.ts'
import { Recording } from './Recording.tsx'
import { refusalOf } from './refusal.ts'
import { SegmentTable } from './SegmentTable.tsx'
import { noCaret } from './text-caret.ts'
import styles from './tools.module.css'
import { type Props, useTranscriptState } from './transcript-state.ts'

/** The recording with its segments: hear it, cut it, write down what is said. */
export function ItemView(props: Props) {
  const refusal = refusalOf(props)
  const path = fieldText(props.item, props.task.field)
  if (refusal !== undefined) return <Unheard props={props} problem={refusal} />
  return <Recording key={`${props.item.id}\n${path}`} props={props} path={path} />
}

/** What was written stays readable where the recording does not. */
function Unheard({ props, problem }: { props: Props; problem: string }) {
  const state = useTranscriptState(props)
  return (
    <div className={styles.work}>
      <div className={styles.note}>
        <Note look="bad">{problem} Nothing can be heard until it can be read.</Note>
      </div>
      {props.answer.segments.length > 0 && (
        <SegmentTable
          props={props}
          state={state}
          caret={noCaret()}
          onTyping={() => undefined}
          onTake={() => undefined}
        />
      )}
    </div>
  )
}
