import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Entry } from '../../state/session-state.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Comments.module.css'
import { timeOfDay } from './time-of-day.ts'
import { useSession, useSessionState } from './use-session.ts'

/** What was said about the item, and a place to say more. What is typed there stays with the item until it is posted. */
export function Comments({ entry }: { entry: Entry }) {
  const session = useSession()
  const { position } = entry.opened
  const text = useSessionState(state => state.unposted.get(position) ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (session.takeCommentWish()) box.current?.focus()
  }, [session])
  // Letters are keys again as soon as another item is there; an element that just goes would not say that it lost the focus.
  useLayoutEffect(() => {
    const area = box.current
    return () => area?.blur()
  }, [])
  return (
    <div className={styles.comments}>
      {entry.state.comments.length === 0 && (
        <p className="dim">No comment yet. A comment stays with your answers.</p>
      )}
      <ul className={styles.list}>
        {entry.state.comments.map((comment, place) => (
          <li key={place}>
            <p className="faint">
              {comment.by} · {comment.at.slice(0, 10)} {timeOfDay(comment.at)}
            </p>
            <p className={styles.text} dir="auto">
              {comment.text}
            </p>
          </li>
        ))}
      </ul>
      <textarea
        ref={box}
        className={styles.area}
        rows={3}
        aria-label="New comment"
        placeholder="Say what a reviewer should know"
        value={text}
        onChange={event => session.typeComment(position, event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing)
            return
          event.preventDefault()
          session.postComment()
        }}
      />
      <Button small keys="Enter" onClick={() => session.postComment()}>
        Comment
      </Button>
    </div>
  )
}
