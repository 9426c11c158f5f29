import type { SampleInfo } from '../../../electron/api/contract.ts'
import { CommandCap } from '../../shell/commands/react.tsx'
import { useDesk } from '../../shell/desk-context.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-shapes.ts'
import styles from './HomeScreen.module.css'

const order = [
  'voice-assistant',
  'product-reviews',
  'street-scenes',
  'clinic-calls',
  'support-chats',
  'contract-clauses'
]
/** Short texts and two questions: ten minutes are enough for it. */
const firstId = 'product-reviews'

export function Samples({ samples }: { samples: readonly SampleInfo[] }) {
  const desk = useDesk()
  const place = ({ id }: SampleInfo) => (order.includes(id) ? order.indexOf(id) : order.length)
  const sorted = [...samples].sort((a, b) => place(a) - place(b))
  const first = sorted.find(({ id }) => id === firstId) ?? sorted[0]
  if (first === undefined) return null
  return (
    <>
      <header className={styles.head}>
        <h2>Samples</h2>
        <span className="faint">open at once, yours to break</span>
      </header>
      <ul className={styles.samples}>
        {sorted.map(sample => (
          <li key={sample.id}>
            <button className={styles.sample} onClick={() => void desk.openSample(sample.id)}>
              <Icon name={iconOf(sample)} className="faint" />
              <b>{sample.name}</b>
              <span className={`${styles.about} cut`}>{sample.about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.first}>
        <Icon name="keyboard" />
        <span>
          New here? Open <b>{first.name}</b> and press <CommandCap id="app.keys" />. Ten minutes teach every
          key you need.
        </span>
      </p>
    </>
  )
}

/** What stands out of its items: a picture with a title is a picture. */
function iconOf({ kinds }: SampleInfo): IconName {
  if (kinds.includes('image')) return 'image'
  if (kinds.includes('audio')) return 'audio'
  return kinds.includes('chat') ? 'comment' : 'text'
}
