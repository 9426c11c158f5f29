import type { ExportReport } from '../../../electron/api/contract.ts'
import page from '../page.module.css'

const most = 200

/** Everything that would be left behind, each with its reason. */
export function DroppedTable({ dropped }: { dropped: ExportReport['dropped'] }) {
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label="What is left behind">
      <table className={page.table}>
        <tbody>
          {dropped.slice(0, most).map((one, place) => (
            <tr key={place}>
              <td className="mono">{one.item}</td>
              <td title={one.reason} dir="auto">
                {one.reason}
              </td>
            </tr>
          ))}
          {dropped.length > most && (
            <tr>
              <td colSpan={2}>
                And {dropped.length - most} more; all of them are in the manifest beside the exported data.
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
