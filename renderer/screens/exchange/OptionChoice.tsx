import { useId } from 'react'
import type { FormatOption } from '../../../labelers/kit/format.ts'
import page from '../page.module.css'

/** Values by name of the option, of any format: one that two formats share stays chosen. */
export type ChosenOptions = ReadonlyMap<string, string>

/** The value each option has: the chosen one where it has that, else its first. */
export function chosenOf(
  options: readonly FormatOption[],
  chosen: ChosenOptions
): readonly { readonly name: string; readonly value: string }[] {
  return options.map(({ name, values }) => {
    const value = chosen.get(name)
    return { name, value: value !== undefined && values.includes(value) ? value : (values[0] ?? '') }
  })
}

/** What a format lets choose, each as a list with a sentence about it. */
export function OptionChoice({
  options,
  chosen,
  onChoose
}: {
  readonly options: readonly FormatOption[]
  readonly chosen: ChosenOptions
  readonly onChoose: (options: ChosenOptions) => void
}) {
  return (
    <section className={page.section}>
      <h2>How it is written</h2>
      <div className={page.choices}>
        {chosenOf(options, chosen).map(({ name, value }) => (
          <OptionRow
            key={name}
            option={options.find(option => option.name === name)}
            value={value}
            onChoose={next => onChoose(new Map(chosen).set(name, next))}
          />
        ))}
      </div>
    </section>
  )
}

function OptionRow({
  option,
  value,
  onChoose
}: {
  readonly option: FormatOption | undefined
  readonly value: string
  readonly onChoose: (value: string) => void
}) {
  const id = useId()
  if (option === undefined) return null
  return (
    <>
      <label htmlFor={id}>{option.name.charAt(0).toUpperCase() + option.name.slice(1)}</label>
      <select
        id={id}
        className={page.select}
        value={value}
        aria-describedby={`${id}-about`}
        onChange={event => onChoose(event.target.value)}
      >
        {option.values.map(each => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <span id={`${id}-about`} className="dim">
        {option.about}
      </span>
    </>
  )
}
