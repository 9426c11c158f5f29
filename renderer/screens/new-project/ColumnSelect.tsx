import page from '../page.module.css'

interface ColumnSelectProps {
  readonly columns: readonly string[]
  /** The empty word: none. */
  readonly value: string
  /** What none is called here. */
  readonly none: string
  readonly onChange: (column: string) => void
  readonly id?: string
  readonly label?: string
}

/** One of the columns of the data, or none. */
export function ColumnSelect({ columns, value, none, onChange, id, label }: ColumnSelectProps) {
  return (
    <select
      id={id}
      aria-label={label}
      className={page.select}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {columns.map(column => (
        <option key={column} value={column}>
          {column}
        </option>
      ))}
    </select>
  )
}
