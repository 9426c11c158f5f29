import { memo, useDeferredValue } from 'react'
import { type Chat, readChat } from '../../../../labelers/kit/chat.ts'
import { Note } from '../../../ui/Note.tsx'
import { ChatTurn } from './ChatTurn.tsx'
import styles from './fields.module.css'
import { TextBody } from './TextBody.tsx'

/** A conversation, turn by turn. What is none is shown as it is, with the reason. Read and drawn once for each text. */
export const ChatBody = memo(function ChatBody({ text }: { text: string }) {
  const chat = readChat(text)
  if (!chat.ok)
    return (
      <>
        <Note look="warn">This conversation cannot be read: it {chat.problems[0]?.message}</Note>
        <TextBody text={text} />
      </>
    )
  return <Turns turns={chat.value.turns} />
})

/** What fills the tallest window. */
const FIRST = 40

/** The beginning is drawn at once and the rest when there is time: the next item must not wait for a thousand turns. */
function Turns({ turns }: Pick<Chat, 'turns'>) {
  const shown = useDeferredValue(turns, turns.slice(0, FIRST))
  return (
    <ol className={styles.chat}>
      {shown.map((turn, place) => (
        <li key={place} className={styles.turn}>
          <ChatTurn turn={turn} />
        </li>
      ))}
    </ol>
  )
}
