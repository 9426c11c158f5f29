import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import page from '../page.module.css'
import { ColumnSelect } from './ColumnSelect.tsx'
import { FieldRow } from './FieldRow.tsx'
import styles from './ColumnMapper.module.css'
import { type MappedField, type Mapping, withField } from './mapping.ts'

interface ColumnMapperProps {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

/** The fields of an item and their columns, and the columns that say something about it. */
export function ColumnMapper({ columns, mapping, onChange }: ColumnMapperProps) {
  const { fields } = mapping
  const change = (place: number, changed: readonly MappedField[]) =>
    onChange({ ...mapping, fields: [...fields.slice(0, place), ...changed, ...fields.slice(place + 1)] })
  const set = (role: 'id' | 'tokens', column: string) => {
    const { [role]: _before, ...rest } = mapping
    onChange(column === '' ? rest : { ...rest, [role]: column })
  }
  return (
    <>
      <div className={styles.fields} role="group" aria-label="Fields of an item">
        <span className={styles.head} aria-hidden>
          Field
        </span>
        <span className={styles.head} aria-hidden>
          Holds
        </span>
        <span className={styles.head} aria-hidden>
          Column
        </span>
        <span aria-hidden />
        {fields.map((field, place) => (
          <FieldRow
            key={field.id}
            field={field}
            number={place + 1}
            columns={columns}
            onChange={changed => change(place, [changed])}
            {...(fields.length > 1 ? { onRemove: () => change(place, []) } : {})}
          />
        ))}
      </div>
      <div className={page.acts}>
        <Button small onClick={() => onChange(withField(mapping, columns))}>
          <Icon name="plus" small /> Add a field
        </Button>
        <span className="dim">
          An item may hold several: a subject beside a conversation, a title above a body.
        </span>
      </div>
      <div className={classNames(page.pair, styles.roles)}>
        <label htmlFor="map-id">Id</label>
        <div className={page.stack}>
          <ColumnSelect
            id="map-id"
            columns={columns}
            value={mapping.id ?? ''}
            none="None: made from the content"
            onChange={column => set('id', column)}
          />
        </div>
        <label htmlFor="map-tokens">Token offsets</label>
        <div className={page.stack}>
          <ColumnSelect
            id="map-tokens"
            columns={columns}
            value={mapping.tokens ?? ''}
            none="None"
            onChange={column => set('tokens', column)}
          />
        </div>
      </div>
    </>
  )
}
