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
import { matching, optionsOf, segmented } from './options.ts'

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
  const asSegments = segmented(options)
  return (
    <>
      {searchable && (
        <Search
          field={field}
          query={query}
          onQuery={setQuery}
          {...props}
          first={shown[0]}
          count={options.length}
        />
      )}
      <div
        className={classNames(asSegments ? styles.seg : styles.choices, columns(options) && styles.two)}
        role={config.multiple ? 'group' : 'radiogroup'}
        aria-label={props.task.title}
      >
        {shown.map(option => (
          <Option key={option.id} {...props} option={option} />
        ))}
      </div>
      {shown.length === 0 && <p className={styles.none}>No option is called that.</p>}
    </>
  )
}

const columns = (options: readonly Label[]) =>
  options.length > 4 && options.every(option => option.name.length <= 20)

function Option({ option, config, answer, readOnly, scope, dispatch }: Props & { readonly option: Label }) {
  const binding = `choice.toggle:${option.id}`
  const cap = scope.capOf(binding)
  const chosen = answer.chosen.includes(option.id)
  return (
    <button
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
  readonly first: Label | undefined
  readonly count: number
  readonly onQuery: (query: string) => void
}

/** Type, Enter takes the first option that is left. */
function Search({ field, query, first, count, onQuery, dispatch, readOnly, scope }: SearchProps) {
  const leave = () => {
    onQuery('')
    field.current?.blur()
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
      onChange={event => onQuery(event.target.value)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        // Ctrl+Enter submits, here as everywhere.
        if (event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter' && first !== undefined && first.retired !== true && !readOnly)
          dispatch({ type: 'choice.toggle', label: first.id })
        leave()
      }}
    />
  )
}
