import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Cap } from './Cap.tsx'
import { classNames } from './class-names.ts'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.ts'
import styles from './OptionMenu.module.css'

export interface MenuOption {
  /** Unique in the menu. */
  readonly id: string
  readonly title: string
  /** At the right end: a number, a direction. */
  readonly note?: string
  readonly icon?: IconName
  readonly checked?: boolean
  readonly onChoose: () => void
  /** What Delete does. */
  readonly onRemove?: () => void
}

export interface MenuGroup {
  readonly title: string
  readonly options: readonly MenuOption[]
}

interface OptionMenuProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly onClose: () => void
  readonly className?: string | undefined
  readonly children?: ReactNode
}

/** Of a group with more, the rest is found by typing. */
const MOST = 100

/** A floating list of things to choose, found by typing. Choosing leaves it open; Escape and a click elsewhere close it. */
export function OptionMenu({ label, groups, onClose, className, children }: OptionMenuProps) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const own = useId()
  const found = matching(groups, query)
  const options = found.flatMap(group => group.options)
  const here = Math.max(
    0,
    options.findIndex(option => option.id === active)
  )
  const current = options[here]
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.id])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setActive(options[(here + by + options.length) % options.length]?.id ?? null)
    else if (event.key === 'Enter') current?.onChoose()
    else if (event.key === 'Delete' && current?.onRemove !== undefined) current.onRemove()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  return (
    <div className={classNames(styles.menu, 'float', className)} role="group" aria-label={label}>
      <div className={styles.search}>
        <Field
          ref={field}
          small
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${own}-list`}
          aria-activedescendant={current === undefined ? undefined : `${own}-${current.id}`}
          placeholder="Type to find"
          value={query}
          before={<Icon name="search" small className="faint" />}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${own}-list`}
        className={styles.list}
        role="listbox"
        aria-label={label}
        aria-multiselectable
      >
        {found.map(group => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={styles.group} aria-hidden>
              {group.title}
            </div>
            {group.options.slice(0, MOST).map(option => (
              <Option
                key={option.id}
                id={`${own}-${option.id}`}
                option={option}
                active={option === current}
                onPoint={() => setActive(option.id)}
              />
            ))}
            {group.options.length > MOST && (
              <div className={styles.more}>{group.options.length - MOST} more: type to find them</div>
            )}
          </div>
        ))}
        {options.length === 0 && <div className={styles.more}>Nothing is called that.</div>}
      </div>
      {children}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly option: MenuOption
  readonly active: boolean
  readonly onPoint: () => void
}

function Option({ id, option, active, onPoint }: OptionProps) {
  const { title, note, icon, checked = false, onChoose, onRemove } = option
  return (
    <div
      id={id}
      role="option"
      aria-selected={checked}
      className={styles.option}
      data-active={active || undefined}
      onPointerMove={onPoint}
      // The field keeps the keys.
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon name={checked ? 'check' : (icon ?? 'none')} small className={checked ? undefined : 'dim'} />
      <span className="grow cut" dir="auto" title={title}>
        {title}
      </span>
      {note !== undefined && <span className={`${styles.note} cut`}>{note}</span>}
      {onRemove !== undefined && active && (
        <button
          className={styles.remove}
          tabIndex={-1}
          aria-label={`Remove ${title}`}
          onClick={event => {
            event.stopPropagation()
            onRemove()
          }}
        >
          <Cap keys="Delete" />
        </button>
      )}
    </div>
  )
}

function matching(groups: readonly MenuGroup[], query: string): readonly MenuGroup[] {
  const words = query.toLowerCase().split(/\s+/u)
  return groups
    .map(group => ({
      ...group,
      options: group.options.filter(({ title }) => {
        const name = `${group.title} ${title}`.toLowerCase()
        return words.every(word => name.includes(word))
      })
    }))
    .filter(group => group.options.length > 0)
}
