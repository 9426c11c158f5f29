import type { FormatInfo } from '../../../electron/api/contract.ts'
import { labelerOf } from '../../../labelers/index.ts'
import page from '../page.module.css'

interface FormatChoiceProps {
  readonly formats: readonly FormatInfo[]
  readonly chosen: FormatInfo | null
  readonly onChoose: (format: FormatInfo) => void
}

export function FormatChoice({ formats, chosen, onChoose }: FormatChoiceProps) {
  return (
    <div className={page.options} role="radiogroup" aria-label="Format">
      {formats.map(format => (
        <label key={`${format.format} ${format.labeler}`} className={page.option}>
          <input
            type="radio"
            name="format"
            checked={format.format === chosen?.format && format.labeler === chosen.labeler}
            onChange={() => onChoose(format)}
          />
          <span>
            <b>{format.title}</b>
            <span>
              <span className="mono">{format.format}</span>
              {labelerOf(format.labeler) !== undefined && ` · ${labelerOf(format.labeler)?.title}`}
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}
