import { useLayoutEffect, useRef } from 'react'
import styles from './tools.module.css'
import type { Props, TranscriptState } from './transcript-state.ts'
import { beginsStep, withMark } from './typed.ts'

interface WholeTextProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly onTyping: (typing: boolean) => void
}

/** One text for the whole recording. */
export function WholeText({ props, state, onTyping }: WholeTextProps) {
  const { answer, config, task, readOnly, scope } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const step = useRef(0)
  const put = useRef<number>(undefined)
  const text = answer.transcript ?? ''
  useLayoutEffect(() => {
    if (put.current === undefined) return
    field.current?.setSelectionRange(put.current, put.current)
    put.current = undefined
  })
  return (
    <textarea
      ref={field}
      className={styles.whole}
      dir="auto"
      lang={config.language}
      spellCheck={false}
      readOnly={readOnly}
      value={text}
      placeholder={readOnly ? 'Nothing was typed.' : 'Type what is said.'}
      aria-label={`Text of the whole recording: ${task.title}`}
      data-answer={task.id}
      onFocus={() => {
        scope.take()
        onTyping(true)
      }}
      onBlur={() => onTyping(false)}
      onChange={event => {
        const { value, selectionStart } = event.target
        const next = withMark({ text: value, caret: selectionStart }, config.marks)
        if (next.text !== value) put.current = next.caret
        if (beginsStep(text, next.text)) step.current++
        state.apply({ type: 'transcript.set', text: next.text }, `transcript ${step.current}`)
      }}
    />
  )
}
