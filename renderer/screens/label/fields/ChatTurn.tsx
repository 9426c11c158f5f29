import type { ReactNode } from 'react'
import { roleName } from '../../../../labelers/kit/chat-words.ts'
import type { Turn } from '../../../../labelers/kit/turn.ts'
import styles from './fields.module.css'
import { TextBody } from './TextBody.tsx'

/** Longer instructions are folded at first: they are the same in every conversation, and the talk is below them. */
const SHORT = 120

/** Who speaks, in words, and what is said. Instructions and the work of tools fold away. */
export function ChatTurn({ turn }: { turn: Turn }) {
  const { kind, text, more } = turn
  const role = <bdi>{roleName(turn)}</bdi>
  switch (kind) {
    case 'message':
      return (
        <>
          {more !== true && <h3 className={styles.role}>{role}</h3>}
          {text === '' ? <p className="faint">Nothing was said.</p> : <TextBody text={text} fenced />}
        </>
      )
    case 'system':
      return (
        <Folded head={role} text={text} open={text.length <= SHORT}>
          <TextBody text={text} fenced />
        </Folded>
      )
    case 'call':
    case 'result':
      return (
        <Folded head={role} text={text} open={false}>
          <pre className={styles.code}>{text}</pre>
        </Folded>
      )
    case 'attachment':
      return (
        <p className={styles.attached}>
          Attached, not shown: <bdi>{turn.name}</bdi> <bdi className="mono">{text}</bdi>
        </p>
      )
  }
}

interface FoldedProps {
  readonly head: ReactNode
  readonly text: string
  readonly open: boolean
  readonly children: ReactNode
}

function Folded({ head, text, open, children }: FoldedProps) {
  const length = text.length.toLocaleString('en')
  return (
    <details className={styles.folded} open={open}>
      <summary className={styles.role}>
        {head} <span className={styles.size}>{length === '1' ? '1 character' : `${length} characters`}</span>
      </summary>
      {children}
    </details>
  )
}
