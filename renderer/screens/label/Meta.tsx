import type { Entry } from '../../state/session-state.ts'
import styles from './Meta.module.css'

/** The other columns of the item, in one line. */
export function Meta({ entry }: { entry: Entry }) {
  const columns = Object.entries(entry.item.meta)
  if (columns.length === 0) return null
  return (
    <dl className={styles.meta} aria-label="Other columns of this item">
      {columns.map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value)
        return (
          <div key={name} title={`${name}: ${text}`}>
            <dt className="cut" dir="auto">
              {name}
            </dt>
            <dd className="cut" dir="auto">
              {text}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
