import styles from './text.module.css'

/** The other columns of the row, under the text. */
export function Meta({ meta }: { readonly meta: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(meta).filter(
    ([, value]) => value !== null && value !== undefined && value !== ''
  )
  if (entries.length === 0) return null
  return (
    <dl className={styles.meta}>
      {entries.slice(0, 24).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
