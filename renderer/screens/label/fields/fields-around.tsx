import type { ReactNode } from 'react'
import type { Item } from '../../../../schemas/item.ts'
import styles from './fields.module.css'
import { FieldName, FieldSection } from './FieldSection.tsx'
import type { ShownField } from './shown-fields.ts'

/** What stands above and below the field a labeler draws, its own name last above. Nothing where it is the only one. */
export function fieldsAround(
  fields: readonly ShownField[],
  own: string,
  item: Item,
  asked: string
): { readonly before?: ReactNode; readonly after?: ReactNode } {
  const place = fields.findIndex(field => field.id === own)
  const drawn = fields[place]
  if (drawn === undefined || fields.length < 2) return {}
  const section = (field: ShownField) => (
    <FieldSection key={`${item.id}/${field.id}`} field={field} item={item} asked={field.id === asked} />
  )
  const after = fields.slice(place + 1)
  return {
    before: (
      <div className={styles.before}>
        {fields.slice(0, place).map(section)}
        <FieldName name={drawn.name} asked={own === asked} />
      </div>
    ),
    ...(after.length === 0 ? {} : { after: <div className={styles.after}>{after.map(section)}</div> })
  }
}
