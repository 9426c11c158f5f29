import type { SourcePreview } from '../../../electron/api/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import page from '../page.module.css'
import type { Mapping } from './mapping.ts'

/** The first rows as they will be read, with what each column was chosen for. */
export function PreviewTable({ preview, mapping }: { preview: SourcePreview; mapping: Mapping }) {
  const columns = preview.columns.length === 0 ? Object.keys(preview.rows[0] ?? {}) : preview.columns
  const roles = rolesOf(mapping)
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label="First rows of the data">
      <table className={page.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} className={classNames(roles.has(column) && page.used)}>
                <bdi>{column}</bdi>
                {roles.has(column) && ': '}
                <bdi>{roles.get(column)?.join(', ')}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, place) => (
            <tr key={place}>
              {columns.map(column => {
                const value = Object.hasOwn(row, column) ? row[column] : ''
                return (
                  <td key={column} dir="auto" title={value}>
                    {value}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Column → what it fills. */
function rolesOf({ fields, id, tokens }: Mapping): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, readonly string[]>()
  const add = (column: string | undefined, role: string) => {
    if (column !== undefined && column !== '') roles.set(column, [...(roles.get(column) ?? []), role])
  }
  for (const field of fields) add(field.column, field.name)
  add(id, 'id')
  add(tokens, 'tokens')
  return roles
}
