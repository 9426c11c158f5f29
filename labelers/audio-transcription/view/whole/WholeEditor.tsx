import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { codePoint, offsetsOf, utf16 } from '../../../kit/offsets.ts'
import type { ViewProps } from '../../../kit/view.ts'
import { type Finding, findingsInText, mended } from '../../findings.ts'
import type { Answer, Command, Config } from '../../schema.ts'
import { type Typed, withMark, written } from '../typed.ts'
import { changeBetween, TypingSteps } from '../change.ts'
import { carriedOver, linesOf, stretchesOf } from './underlined-lines.ts'
import { UnderlinedText } from './UnderlinedText.tsx'
import styles from './whole.module.css'
import { WholeFindings } from './WholeFindings.tsx'
import { writesFromRight } from './writing.ts'

type Props = Pick<
  ViewProps<Config, Answer, Command>,
  'task' | 'config' | 'answer' | 'readOnly' | 'scope' | 'dispatch' | 'onKey'
>

interface WholeEditorProps extends Props {
  /** The text has the keys, or has them no more. */
  readonly onTyping?: (isTyping: boolean) => void
}

/**
 * The text of the whole recording. Every key changes the answer, which saves it; a word is one step of undo. What the rules
 * of the team find is underlined and listed as soon as there is time for it, which in a long text is after the letter.
 */
export function WholeEditor({
  task,
  config,
  answer,
  readOnly,
  scope,
  dispatch,
  onKey,
  onTyping
}: WholeEditorProps) {
  const text = answer.transcript ?? ''
  const field = useRef<HTMLTextAreaElement>(null)
  const steps = useRef(new TypingSteps())
  /** What is in the field, and where the caret belongs in it. */
  const put = useRef<Typed>({ text, caret: 0 })

  const lintedText = useDeferredValue(text)
  const findings = useMemo(() => findingsInText(lintedText, config), [lintedText, config])
  const stretches = useMemo(() => stretchesOf(lintedText, findings), [lintedText, findings])
  const lines = useMemo(
    () => linesOf(text, carriedOver(stretches, lintedText, text)),
    [text, stretches, lintedText]
  )

  const change = (next: Typed) => {
    const made = changeBetween(text, next.text, { after: next.caret })
    if (made === undefined || readOnly) return
    put.current = next
    const step = steps.current.of(made, next.text)
    dispatch({ type: 'transcript.set', text: next.text }, `transcript ${step}`)
  }
  const select = (start: number, end: number) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  const goTo = ({ at }: Finding) => {
    if (at === undefined) return
    const offsets = offsetsOf(lintedText)
    select(offsets.toUtf16(at.start), offsets.toUtf16(at.end))
  }
  const mend = (finding: Finding) => {
    // A letter later it is found again, where it is then.
    if (finding.at === undefined || lintedText !== text) return
    const next = mended(text, finding)
    const offsets = offsetsOf(text)
    steps.current.end()
    change({ text: next, caret: offsets.toUtf16(finding.at.start) + (finding.mend?.length ?? 0) })
    field.current?.focus()
  }

  useLayoutEffect(() => {
    const element = field.current
    if (element === null || document.activeElement !== element) return
    // Undone, redone or mended: the caret goes where something happened.
    const made = changeBetween(put.current.text, text, { before: put.current.caret })
    if (made !== undefined) put.current = { text, caret: made.at + made.came }
    if (element.selectionStart !== put.current.caret && element.selectionStart === text.length)
      element.setSelectionRange(put.current.caret, put.current.caret)
  }, [text])

  const caretNow = () => offsetsOf(text).toCodePoint(utf16(field.current?.selectionStart ?? 0))
  const keys = useRef<Readonly<Record<string, () => void>>>({})
  keys.current = {
    'finding.next': () =>
      goToThe(findings.find(({ at }) => (at?.start ?? codePoint(0)) > caretNow()) ?? findings[0]),
    'finding.previous': () =>
      goToThe(findings.findLast(({ at }) => (at?.end ?? codePoint(0)) < caretNow()) ?? findings.at(-1)),
    'finding.mend': () => {
      const caret = caretNow()
      const mendable = findings.filter(each => each.mend !== undefined)
      const nearest = mendable.find(({ at }) => at !== undefined && at.end >= caret) ?? mendable.at(-1)
      if (nearest !== undefined) mend(nearest)
    },
    ...Object.fromEntries(
      config.marks.map((mark, place) => [
        `mark.type:${place}`,
        () => change(written({ text, caret: field.current?.selectionStart ?? text.length }, mark.text))
      ])
    )
  }
  const goToThe = (finding: Finding | undefined) => {
    if (finding !== undefined) goTo(finding)
  }
  useEffect(() => {
    if (readOnly) return undefined
    const run = (id: string) => () => keys.current[id]?.()
    return onKey(Object.fromEntries(Object.keys(keys.current).map(id => [id, run(id)])))
  }, [onKey, readOnly, config.marks])

  return (
    <div className={styles.whole}>
      <div className={styles.scroller}>
        <div className={styles.page}>
          <UnderlinedText lines={lines} />
          <textarea
            ref={field}
            className={styles.field}
            dir={writesFromRight(config.language) ? 'rtl' : 'auto'}
            lang={config.language}
            spellCheck={config.language !== undefined}
            readOnly={readOnly}
            value={text}
            placeholder={placeholder(answer, readOnly)}
            aria-label={`Text of the whole recording: ${task.title}`}
            data-answer={task.id}
            onFocus={() => {
              scope.take()
              onTyping?.(true)
            }}
            onBlur={() => {
              steps.current.end()
              onTyping?.(false)
            }}
            onChange={({ target, nativeEvent }) => {
              const typed = { text: target.value, caret: target.selectionStart }
              const isComposing = 'isComposing' in nativeEvent && nativeEvent.isComposing === true
              change(isComposing ? typed : withMark(typed, config.marks))
            }}
          />
        </div>
      </div>
      {findings.length > 0 && (
        <WholeFindings
          text={lintedText}
          findings={findings}
          mendKey={readOnly ? undefined : scope.capOf('finding.mend')}
          onGo={goTo}
          onMend={readOnly ? undefined : mend}
        />
      )}
    </div>
  )
}

function placeholder({ nothing }: Answer, readOnly: boolean): string {
  if (nothing === true) return 'Nobody speaks, you said. Typing takes that back.'
  return readOnly ? 'Nothing was typed.' : 'Type what you hear.'
}
