import { useState } from 'react'
import type { Entry } from '../../state/label-session.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Comments.module.css'
import { timeOfDay } from './time-of-day.ts'
import { useSession } from './use-session.ts'

/** What was said about the item, and a place to say more. */
export function Comments({ entry }: { entry: Entry }) {
  const session = useSession()
  const [text, setText] = useState('')
  const send = () => {
    session.comment(text)
    setText('')
  }
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
        key={entry.item.id}
        className={styles.area}
        autoFocus
        rows={3}
        aria-label="New comment"
        placeholder="Say what a reviewer should know"
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing)
            return
          event.preventDefault()
          send()
        }}
      />
      <Button small keys="Enter" onClick={send}>
        Comment
      </Button>
    </div>
  )
}
