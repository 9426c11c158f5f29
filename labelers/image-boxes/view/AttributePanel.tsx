import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Cap } from '../../../renderer/ui/Cap.tsx'
import { Field } from '../../../renderer/ui/Field.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import type { Attribute, AttributeValue, Shape } from '../schema.ts'
import { valueOf } from '../attributes.ts'
import { offerFor, offersOf, type Offer } from './offers.ts'
import styles from './attributes.module.css'
import { type Props, useBoxesState } from './boxes-state.ts'
import { shapeBeside } from './steps.ts'

interface AttributePanelProps extends Props {
  readonly shape: Shape
  readonly asked: readonly Attribute[]
}

/**
 * What a shape says beside its label. In attribute mode the panel has the keys: digits give values, the arrows go from
 * attribute to attribute, Tab to the next shape, Escape back to the image.
 */
export function AttributePanel(props: AttributePanelProps) {
  const { shape, asked, answer, readOnly } = props
  const state = useBoxesState(props)
  const panel = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const offers = offersOf(asked)
  const { attributes: inMode } = state
  useEffect(() => {
    // A field that was clicked keeps the keys.
    if (inMode && panel.current?.contains(document.activeElement) === false) panel.current.focus()
  }, [inMode, shape.id])

  const give = (attribute: Attribute, value: AttributeValue | null) => {
    if (readOnly) return
    state.apply({ type: 'shapes.attribute', ids: [shape.id], attribute: attribute.id, value })
  }
  const take = ({ attribute, value }: Offer) =>
    give(attribute, valueOf(shape, attribute.id) === value ? (value === true ? false : null) : value)
  const leave = () => {
    state.setAttributes(false)
    panel.current?.blur()
  }
  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(place, asked.length - 1))
    setCurrent(next)
    const typed = panel.current?.querySelectorAll('[data-attribute]')[next]?.querySelector('input')
    if (typed?.type === 'text') typed.focus()
    else panel.current?.focus()
  }
  /** The key a team lead gave to an attribute: says yes or no, goes on to the next value, or to the field. */
  const pressedOwn = (key: string): boolean => {
    const place = asked.findIndex(attribute => attribute.key?.toLowerCase() === key.toLowerCase())
    const attribute = asked[place]
    if (attribute === undefined) return false
    goTo(place)
    const own = offers.filter(offer => offer.attribute === attribute)
    const at = own.findIndex(offer => offer.value === valueOf(shape, attribute.id))
    const next = own[(at + 1) % own.length]
    if (next !== undefined) take(next)
    return true
  }
  const pressed = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (event.key === 'Escape' || (event.key === 'q' && !typing)) leave()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      goTo(current + (event.key === 'ArrowDown' ? 1 : -1))
    else if (event.key === 'Tab' && inMode) {
      const next = shapeBeside(answer.shapes, [shape], event.shiftKey ? -1 : 1, false)
      if (next === undefined) return (leave(), true)
      if (typing) (event.target as HTMLElement).blur()
      state.select([next.id])
    } else if (!typing && /^[1-9]$/.test(event.key)) {
      const offer = offerFor(offers, event.key, asked[current])
      if (offer !== undefined) take(offer)
    } else if (!typing && event.key === 'Enter') goTo(current + 1)
    else return !typing && pressedOwn(event.key)
    return true
  }
  return (
    <div
      ref={panel}
      className={styles.attributes}
      role="group"
      aria-label="Attributes"
      tabIndex={-1}
      onFocus={() => inMode || state.setAttributes(true)}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) state.setAttributes(false)
      }}
      onKeyDown={event => {
        if (!pressed(event)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {asked.map((attribute, place) => (
        <div
          key={attribute.id}
          data-attribute={attribute.id}
          className={classNames(styles.attribute, inMode && place === current && styles.current)}
        >
          <span className={styles.name} title={attribute.name}>
            {attribute.name}
            {attribute.required === true && valueOf(shape, attribute.id) === undefined && (
              <span className={styles.missing}> required</span>
            )}
          </span>
          <AttributeControl
            attribute={attribute}
            value={valueOf(shape, attribute.id)}
            offers={offers.filter(offer => offer.attribute === attribute)}
            inMode={inMode}
            readOnly={readOnly}
            onTake={offer => {
              setCurrent(place)
              take(offer)
            }}
            onGive={value => give(attribute, value)}
          />
        </div>
      ))}
    </div>
  )
}

interface ControlProps {
  readonly attribute: Attribute
  readonly value: AttributeValue | undefined
  readonly offers: readonly Offer[]
  readonly inMode: boolean
  readonly readOnly: boolean
  readonly onTake: (offer: Offer) => void
  readonly onGive: (value: AttributeValue | null) => void
}

function AttributeControl(props: ControlProps) {
  const { attribute, value, offers, inMode, readOnly, onTake } = props
  const [yes] = offers
  if (attribute.kind === 'boolean' && yes !== undefined)
    return (
      <label className={styles.yes}>
        <input
          type="checkbox"
          checked={value === true}
          disabled={readOnly}
          aria-label={attribute.name}
          onChange={() => onTake(yes)}
        />
        {(attribute.key ?? yes.digit) !== undefined && (
          <Cap keys={attribute.key ?? yes.digit ?? ''} off={!inMode} />
        )}
      </label>
    )
  if (attribute.kind === 'choice')
    return (
      <div
        className={offers.length > 4 ? styles.values : styles.segments}
        role="radiogroup"
        aria-label={attribute.name}
      >
        {offers.map(offer => (
          <button
            key={String(offer.value)}
            type="button"
            role="radio"
            aria-checked={value === offer.value}
            disabled={readOnly}
            className={styles.value}
            onMouseDown={event => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            {offer.digit !== undefined && (
              <Cap keys={offer.digit} off={!inMode} chosen={value === offer.value} />
            )}
            <span className="cut">{String(offer.value)}</span>
          </button>
        ))}
      </div>
    )
  return <TypedValue key={String(value)} {...props} />
}

/** A number or a text: taken when the field is left, or at Enter. */
function TypedValue({ attribute, value, readOnly, onGive }: ControlProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value))
  const number = Number(text.trim().replace(',', '.'))
  const wrong = attribute.kind === 'number' && text.trim() !== '' && !Number.isFinite(number)
  const take = () => {
    if (wrong || text === (value === undefined ? '' : String(value))) return
    if (text.trim() === '') onGive(null)
    else onGive(attribute.kind === 'number' ? number : text)
  }
  return (
    <div className={styles.typed}>
      <Field
        small
        type="text"
        value={text}
        readOnly={readOnly}
        aria-label={attribute.name}
        inputMode={attribute.kind === 'number' ? 'decimal' : 'text'}
        problem={wrong ? 'This is not a number.' : undefined}
        onChange={event => setText(event.target.value)}
        onBlur={take}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
        }}
      />
    </div>
  )
}
