import { useRef } from 'react'
import type { Item } from '../../../../schemas/item.ts'
import { classNames } from '../../../ui/class-names.ts'
import { useSession, useSessionState } from '../use-session.ts'
import styles from './fields.module.css'
import { FieldSearch } from './FieldSearch.tsx'
import { FieldBody, FieldSection } from './FieldSection.tsx'
import { columnName, type ShownField } from './shown-fields.ts'

/** Where the column is found by the command that searches in it. */
export const fieldStackId = 'item-fields'

interface FieldStackProps {
  readonly fields: readonly ShownField[]
  readonly item: Item
  /** Id of the field the question with the keys is about. */
  readonly asked: string | undefined
}

/** All fields of an item in one reading column with one scroll; a single one needs no name. */
export function FieldStack({ fields, item, asked }: FieldStackProps) {
  const [only, ...more] = fields
  const column = useRef<HTMLDivElement>(null)
  const session = useSession()
  const searching = useSessionState(state => state.soughtIn === item.id)
  const single = only !== undefined && more.length === 0
  return (
    <>
      <div
        ref={column}
        id={fieldStackId}
        // Another item is read from its beginning.
        key={item.id}
        className={styles.read}
        tabIndex={0}
        role="region"
        aria-label={columnName(fields)}
      >
        <div className={classNames(styles.column, single && only.kind === 'chat' && styles.talk)}>
          {single ? (
            <FieldBody field={only} item={item} />
          ) : (
            fields.map(field => (
              <FieldSection key={field.id} field={field} item={item} asked={field.id === asked} />
            ))
          )}
        </div>
      </div>
      {searching && <FieldSearch column={column} onClose={() => session.searchIn(null)} />}
    </>
  )
}
