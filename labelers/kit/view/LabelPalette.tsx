import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Field } from '../../../renderer/ui/Field.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import type { Label } from '../../../schemas/label-set.ts'
import type { Scope } from '../view.ts'
import styles from './palette.module.css'
import { useLooks } from './use-looks.ts'

/** What it takes from `ViewProps` is named as there, so that a view gives it all of them. */
interface LabelPaletteProps {
  readonly config: { readonly labels: readonly Label[] }
  readonly scope: Pick<Scope, 'capOf' | 'take'>
  readonly readOnly: boolean
  /** The palette answers to the binding `label.find`. */
  readonly onKey: (handlers: Readonly<Record<string, () => void>>) => () => void
  /** The label in hand. */
  readonly hand: string | undefined
  /** A label was clicked, or found by its name. The task has the keys by then. */
  readonly onApply: (label: string) => void
  /** The labels lie on a picture: their colours are the same in both themes. */
  readonly onMedia?: boolean
  /** At the right end. */
  readonly end?: ReactNode
}

/** The labels above the item, each with its key, and a field to find one by name. */
export function LabelPalette(props: LabelPaletteProps) {
  const { config, scope, hand, readOnly, onApply, onKey, onMedia = false, end } = props
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
    onApply(label)
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
            aria-pressed={hand === label.id}
            disabled={readOnly}
            title={label.description ?? label.name}
            // Keeps the selection, which is what the click is about.
            onMouseDown={event => event.preventDefault()}
            onClick={() => apply(label.id)}
          >
            <LabelBadge
              color={look.color}
              text={look.badge}

              onMedia={onMedia}
            />
            <span className={styles.name}>{label.name}</span>
          </button>
        )
      })}
      {query !== undefined && offered.length === 0 && <span className="faint">No label is called that.</span>}
      {end !== undefined && (
        <>
          <span className="grow" />
          {end}
        </>
      )}
    </div>
  )
}
