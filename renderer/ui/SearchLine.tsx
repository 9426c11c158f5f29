import { type Ref, useEffect, useRef } from 'react'
import { Cap } from './Cap.tsx'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import styles from './SearchLine.module.css'

const keys = [
  ['next', 'Enter'],
  ['previous', 'Shift+Enter'],
  ['done', 'Escape']
] as const

interface SearchLineProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** How many places were found, and whether there are more than that. */
  readonly found: number
  readonly more: boolean
  /** The place among them that is shown, from 0; -1: none yet. */
  readonly current: number
  readonly onGo: (by: 1 | -1) => void
  /** The field has let go of the keys before. */
  readonly onClose: () => void
  readonly id?: string
}

/** Search in what is shown above: Enter for the next place, with Shift for the one before, Escape when done. */
export function SearchLine({ query, onQuery, found, more, current, onGo, onClose, id }: SearchLineProps) {
  const field: Ref<HTMLInputElement> = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const count = `${found.toLocaleString('en')}${more ? ' or more' : ''}`
  const said =
    found === 0 ? 'Not found' : current < 0 ? count : `${(current + 1).toLocaleString('en')} of ${count}`
  return (
    <div className={styles.line} role="search">
      <Field
        ref={field}
        id={id}
        small
        className="grow"
        before={<Icon name="search" small className="faint" />}
        value={query}
        placeholder="Search in this item"
        aria-label="Search in this item"
        onChange={event => onQuery(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') onGo(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') {
            field.current?.blur()
            onClose()
          } else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={styles.said} role="status">
        {query === '' ? '' : said}
      </span>
      {keys.map(([does, key]) => (
        <span key={key} className={styles.key}>
          {does} <Cap keys={key} />
        </span>
      ))}
    </div>
  )
}
