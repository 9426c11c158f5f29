import { useEffect, useRef, useState } from 'react'
import { Cap } from '../../../renderer/ui/Cap.tsx'
import { Field } from '../../../renderer/ui/Field.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import type { Label } from '../../../schemas/label-set.ts'
import type { ViewProps } from '../../kit/view.ts'
import { SEARCH_FROM } from '../keys.ts'
import type { Answer, Command, Config } from '../schema.ts'
import styles from './choice.module.css'
import { inColumns, matching, optionsOf, segmented } from './options.ts'

type Props = ViewProps<Config, Answer, Command>

/** The options in fixed places, each with its key in front. */
export function ChoiceView(props: Props) {
  const { config, answer, onKey } = props
  const options = optionsOf(config, answer)
  const searchable = options.length >= SEARCH_FROM
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(
    () => (searchable ? onKey({ 'options.search': () => field.current?.focus() }) : undefined),
    [onKey, searchable]
  )
  const shown = searchable ? matching(options, query) : options
  // Where the arrow keys of the search field are among the options that are left; undefined while nobody searches.
  const [place, setPlace] = useState<number>()
  const next = place === undefined ? undefined : shown[Math.min(place, shown.length - 1)]
  const asSegments = segmented(options)
  return (
    <>
      {searchable && (
        <Search
          field={field}
          query={query}
          onQuery={setQuery}
          onPlace={setPlace}
          {...props}
          place={place ?? 0}
          shown={shown}
          next={next}
          count={options.length}
        />
      )}
      <div
        className={classNames(
          asSegments ? styles.seg : styles.choices,
          inColumns(options) && styles.two,
          searchable && styles.many
        )}
        role={config.multiple ? 'group' : 'radiogroup'}
        aria-label={props.task.title}
      >
        {shown.map(option => (
          <Option key={option.id} {...props} option={option} next={option === next} />
        ))}
      </div>
      {shown.length === 0 && <p className={styles.none}>No option is called that.</p>}
    </>
  )
}

interface OptionProps extends Props {
  readonly option: Label
  /** The one that Enter in the search field takes. */
  readonly next: boolean
}

function Option({ option, next, config, answer, readOnly, scope, dispatch }: OptionProps) {
  const binding = `choice.toggle:${option.id}`
  const cap = scope.capOf(binding)
  const chosen = answer.chosen.includes(option.id)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (next) button.current?.scrollIntoView({ block: 'nearest' })
  }, [next])
  return (
    <button
      ref={button}
      data-next={next || undefined}
      type="button"
      role={config.multiple ? 'checkbox' : 'radio'}
      aria-checked={chosen}
      disabled={readOnly || option.retired === true}
      className={styles.option}
      title={option.description ?? option.name}
      onClick={() => {
        scope.take()
        dispatch({ type: 'choice.toggle', label: option.id })
      }}
    >
      {cap !== undefined && <Cap keys={cap} off={!scope.acts(binding)} chosen={chosen} />}
      <span className={styles.name} dir="auto">
        {option.name}
      </span>
    </button>
  )
}

interface SearchProps extends Props {
  readonly field: React.RefObject<HTMLInputElement | null>
  readonly query: string
  readonly shown: readonly Label[]
  readonly place: number
  readonly next: Label | undefined
  readonly count: number
  readonly onQuery: (query: string) => void
  readonly onPlace: (place: number | undefined) => void
}

/** Type, go to an option with the arrow keys, take it with Enter. */
function Search(props: SearchProps) {
  const { field, query, shown, place, next, count, onQuery, onPlace, dispatch, readOnly, scope } = props
  const step = (by: number) => onPlace(Math.max(0, Math.min(place + by, shown.length - 1)))
  const leave = () => {
    onQuery('')
    field.current?.blur()
  }
  const pressed = (key: string): boolean => {
    if (key === 'ArrowDown') step(1)
    else if (key === 'ArrowUp') step(-1)
    else if (key === 'Escape') leave()
    else if (key === 'Enter') {
      if (next !== undefined && next.retired !== true && !readOnly)
        dispatch({ type: 'choice.toggle', label: next.id })
      leave()
    } else return false
    return true
  }
  const cap = scope.capOf('options.search')
  return (
    <Field
      ref={field}
      small
      className={styles.search}
      before={<Icon name="search" small className="faint" />}
      after={cap !== undefined && <Cap keys={cap} off={!scope.acts('options.search')} />}
      value={query}
      placeholder={`Find among ${count}`}
      aria-label="Find an option"
      onFocus={() => onPlace(0)}
      onBlur={() => onPlace(undefined)}
      onChange={event => {
        onQuery(event.target.value)
        onPlace(0)
      }}
      onKeyDown={event => {
        // Ctrl+Enter submits, here as everywhere.
        if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
        if (!pressed(event.key)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
