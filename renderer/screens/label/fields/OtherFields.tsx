import type { Item } from '../../../../schemas/item.ts'
import styles from './fields.module.css'
import { FieldSection } from './FieldSection.tsx'
import type { ShownField } from './shown-fields.ts'

interface OtherFieldsProps {
  readonly fields: readonly ShownField[]
  readonly item: Item
  readonly asked: string
}

/** A band above a field that fills the centre by itself, such as a picture with its tools. */
export function OtherFields({ fields, item, asked }: OtherFieldsProps) {
  if (fields.length === 0) return null
  return (
    <div className={styles.band} tabIndex={0} role="region" aria-label="Other fields of the item">
      <div className={styles.column}>
        {fields.map(field => (
          <FieldSection key={field.id} field={field} item={item} asked={field.id === asked} />
        ))}
      </div>
    </div>
  )
}
