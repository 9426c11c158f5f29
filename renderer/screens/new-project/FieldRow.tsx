import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import page from '../page.module.css'
import { ColumnSelect } from './ColumnSelect.tsx'
import { kindNames, type MappedField } from './mapping.ts'

interface FieldRowProps {
  readonly field: MappedField
  /** From 1, for whoever hears the row and does not see it. */
  readonly number: number
  readonly columns: readonly string[]
  readonly onChange: (field: MappedField) => void
  /** Absent where it is the only field. */
  readonly onRemove?: () => void
}

/** Name, kind and column of one field. */
export function FieldRow({ field, number, columns, onChange, onRemove }: FieldRowProps) {
  const { name, kind, column } = field
  return (
    <>
      <Field
        aria-label={`Name of field ${number}`}
        value={name}
        maxLength={100}
        onChange={event => onChange({ ...field, name: event.target.value })}
      />
      <select
        className={page.select}
        aria-label={`What field ${number} holds`}
        value={kind}
        onChange={event => {
          const [chosen] = kindNames.find(([each]) => each === event.target.value) ?? [kind]
          onChange({ ...field, kind: chosen })
        }}
      >
        {kindNames.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
      <ColumnSelect
        label={`Column of field ${number}`}
        columns={columns}
        value={column}
        none="Choose a column"
        onChange={chosen => onChange({ ...field, column: chosen })}
      />
      {onRemove === undefined ? (
        <span aria-hidden />
      ) : (
        <Button
          small
          look="quiet"
          aria-label={`Remove field ${number}`}
          title="Remove this field"
          onClick={onRemove}
        >
          <Icon name="x" small />
        </Button>
      )}
    </>
  )
}
