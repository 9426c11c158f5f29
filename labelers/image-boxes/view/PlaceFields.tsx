import { useState } from 'react'
import styles from './answer.module.css'
import { type Props, useBoxesState } from './boxes-state.ts'
import type { Shape } from '../schema.ts'
import { type PlaceNumber, placeNumbers, readNumber, withNumber } from './place-numbers.ts'

/** Where a shape is, in numbers that can be typed: each one that is taken is a step that can be undone. */
export function PlaceFields(props: Props & { readonly shape: Shape }) {
  const { shape, readOnly } = props
  const state = useBoxesState(props)
  const take = (name: PlaceNumber['name'], value: number) => {
    const command = withNumber(shape, name, value)
    if (command === undefined) return false
    state.apply(command)
    return true
  }
  return (
    <div className={styles.place} role="group" aria-label="Place and size">
      {placeNumbers(shape).map(number => (
        <NumberField
          key={number.name}
          number={number}
          fixed={readOnly || shape.locked === true}
          onTake={value => take(number.name, value)}
        />
      ))}
    </div>
  )
}

interface NumberFieldProps {
  readonly number: PlaceNumber
  readonly fixed: boolean
  /** False: a shape cannot have this one. */
  readonly onTake: (value: number) => boolean
}

/** Enter takes what was typed, and so does leaving the field; Escape gives it up, and a second one leaves. */
function NumberField({ number, fixed, onTake }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>()
  const [refused, setRefused] = useState(false)
  const shown = readNumber(number.value)
  const give = (text: string | undefined) => {
    setTyped(text)
    setRefused(false)
  }
  const take = () => {
    if (typed === undefined || typed.trim() === shown) return give(undefined)
    const value = typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.'))
    if (onTake(value)) give(undefined)
    else setRefused(true)
  }
  return (
    <label title={number.title}>
      <span aria-hidden="true">{number.name}</span>
      <input
        type="text"
        inputMode="decimal"
        aria-label={number.title}
        aria-invalid={refused}
        value={typed ?? shown}
        readOnly={fixed}
        onFocus={event => event.currentTarget.select()}
        onChange={event => give(event.target.value)}
        onBlur={() => {
          take()
          give(undefined)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
          if (event.key !== 'Escape' || typed === undefined) return
          give(undefined)
          event.preventDefault()
        }}
      />
    </label>
  )
}
