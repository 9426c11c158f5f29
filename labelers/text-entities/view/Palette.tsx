import { useEffect, useRef, useState } from 'react'
import { Field } from '../../../renderer/ui/Field.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import styles from './palette.module.css'
import { type Props, useTextState } from './text-state.ts'
import { useLooks } from './use-looks.ts'

/** The labels above the text. A click labels what is selected, or takes the label in hand. */
export function Palette(props: Props) {
  const { config, onKey, readOnly, scope } = props
  const state = useTextState(props)
  const looks = useLooks(props)
  const [query, setQuery] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const offered = config.labels.filter(
    label => label.retired !== true && label.name.toLowerCase().includes((query ?? '').toLowerCase())
  )
  useEffect(() => (readOnly ? undefined : onKey({ 'label.find': () => setQuery('') })), [onKey, readOnly])
  useEffect(() => field.current?.focus(), [query === undefined])

  const apply = (label: string | undefined) => {
    setQuery(undefined)
    if (label === undefined || readOnly) return
    scope.take()
    state.applyLabel(label)
  }
  return (
    <div className={styles.palette} role="toolbar" aria-label="Labels" data-read-only={readOnly}>
      {query !== undefined && (
        <Field
          ref={field}
          small
          value={query}
          placeholder="Find a label"
          aria-label="Find a label"
          onChange={event => setQuery(event.target.value)}
          onBlur={() => setQuery(undefined)}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') apply(offered[0]?.id)
            else if (event.key === 'Escape') setQuery(undefined)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      )}
      {offered.map(label => {
        const look = looks(label.id)
        return (
          <button
            key={label.id}
            type="button"
            className={styles.label}
            aria-pressed={state.hand === label.id}
            disabled={readOnly}
            title={label.description ?? label.name}
            // Keeps the selection, which is what the click is about.
            onMouseDown={event => event.preventDefault()}
            onClick={() => apply(label.id)}
          >
            <LabelBadge color={look.color} text={look.badge} two={[...look.badge].length > 1} />
            <span className={styles.name}>{label.name}</span>
          </button>
        )
      })}
      {query !== undefined && offered.length === 0 && <span className="faint">No label is called that.</span>}
    </div>
  )
}
