import type { SourcePreview } from '../../../electron/api/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import page from '../page.module.css'
import type { Mapping } from './ColumnMapper.tsx'

/** The first rows as they will be read, the chosen columns first to see. */
export function PreviewTable({ preview, mapping }: { preview: SourcePreview; mapping: Mapping }) {
  const columns = preview.columns.length === 0 ? Object.keys(preview.rows[0] ?? {}) : preview.columns
  const roles = new Map(Object.entries(mapping).map(([role, column]) => [String(column), role]))
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label="First rows of the data">
      <table className={page.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} className={classNames(roles.has(column) && page.used)}>
                <bdi>{column}</bdi>
                {roles.has(column) && `: ${roles.get(column)}`}
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
