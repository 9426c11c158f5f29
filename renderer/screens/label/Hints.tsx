import type { Hint } from '../../../labelers/kit/view.ts'
import { useLiveRegistry } from '../../shell/commands/react.tsx'
import { Cap } from '../../ui/Cap.tsx'
import styles from './Hints.module.css'

/** The keys that act in the item: dashed while another question has the keys or a text field is typed in. */
export function Hints({ hints, task }: { hints: readonly Hint[]; task: string }) {
  const { activeTask, typing, answering } = useLiveRegistry().place
  if (hints.length === 0) return null
  const isOff = (hint: Hint) =>
    activeTask !== task || (typing && !(hint.whileTyping === true && answering === task))
  return (
    <div className={styles.hints}>
      {hints.map(hint => (
        <span key={hint.text}>
          {hint.caps.map(cap => (
            <Cap key={cap} keys={cap} off={isOff(hint)} />
          ))}
          {hint.text}
        </span>
      ))}
    </div>
  )
}
