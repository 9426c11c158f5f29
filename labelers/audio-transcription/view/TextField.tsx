import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { offsetsOf, utf16 } from '../../kit/offsets.ts'
import { useLatest } from '../../kit/view/use-latest.ts'
import type { Finding } from '../findings.ts'
import type { Segment } from '../schema.ts'
import { changeBetween, TypingSteps } from './change.ts'
import { LintedText } from './LintedText.tsx'
import styles from './table.module.css'
import type { TextCaret } from './text-caret.ts'
import type { Props, TranscriptState } from './transcript-state.ts'
import { withMark, written } from './typed.ts'

interface TextFieldProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly segment: Segment
  readonly findings: readonly Finding[]
  /** Its number in the list, from 0. */
  readonly place: number
  readonly caret: TextCaret
  readonly onTyping: (typing: boolean) => void
}

/**
 * The text of the segment in hand. Every key changes the answer, which saves it; a word is one step of undo. Enter goes on
 * to the next segment and plays it.
 */
export function TextField(given: TextFieldProps) {
  const { props, state, segment, findings, place, caret, onTyping } = given
  const { config, task, scope } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [steps] = useState(() => new TypingSteps())
  const put = useRef<number>(undefined)
  const { wanted } = state
  const latestType = useLatest(state.type)

  useEffect(() => {
    const element = field.current
    if (element === null || wanted !== segment.id) return
    latestType.current(null)
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [wanted, segment.id, latestType])
  useLayoutEffect(() => {
    if (put.current === undefined) return
    field.current?.setSelectionRange(put.current, put.current)
    put.current = undefined
  })

  const note = () => {
    const element = field.current
    if (element === null) return
    caret.segment = segment.id
    caret.at = offsetsOf(segment.text).toCodePoint(utf16(element.selectionStart))
  }
  const change = (text: string, caretBehind: number) => {
    const typed = changeBetween(segment.text, text, { after: caretBehind })
    if (typed === undefined) return
    state.apply({ type: 'segment.text', id: segment.id, text }, `text ${segment.id} ${steps.of(typed, text)}`)
  }
  const latestChange = useLatest(change)
  const { onKey } = props
  useEffect(
    () =>
      onKey(
        Object.fromEntries(
          config.marks.map((mark, at) => [
            `mark.type:${at}`,
            () => {
              const element = field.current
              if (element === null) return
              const next = written({ text: element.value, caret: element.selectionStart }, mark.text)
              put.current = next.caret
              latestChange.current(next.text, next.caret)
            }
          ])
        )
      ),
    [onKey, config.marks, latestChange]
  )
  useEffect(
    () => () => {
      caret.typing = false
      onTyping(false)
    },
    [caret, onTyping]
  )

  return (
    <div className={styles.field}>
      <div className={styles.behind} aria-hidden="true" dir="auto">
        <LintedText text={segment.text} findings={findings} />
      </div>
      <textarea
        ref={field}
        className={styles.typing}
        rows={1}
        dir="auto"
        lang={config.language}
        spellCheck={false}
        value={segment.text}
        aria-label={`Text of segment ${place + 1}`}
        data-answer={task.id}
        onFocus={() => {
          scope.take()
          caret.typing = true
          steps.end()
          note()
          onTyping(true)
        }}
        onBlur={() => {
          caret.typing = false
          onTyping(false)
        }}
        onSelect={note}
        onChange={event => {
          const element = event.target
          const typed = { text: element.value.replaceAll('\n', ' '), caret: element.selectionStart }
          const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
          const next = composing ? typed : withMark(typed, config.marks)
          if (next.text !== element.value) put.current = next.caret
          change(next.text, next.caret)
        }}
      />
    </div>
  )
}
