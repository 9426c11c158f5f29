import { useEffect, useState } from 'react'
import type { FormatInfo } from '../../../electron/api/contract.ts'
import { labelerOf } from '../../../labelers/index.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import type { LabelSession } from '../../state/label-session.ts'

/** Formats that can do something for this project: those of its labelers, and those of no labeler in particular. */
export function useFormats(
  session: LabelSession,
  fits: (format: FormatInfo) => boolean
): readonly FormatInfo[] {
  const desk = useDesk()
  const [all, setAll] = useState<readonly FormatInfo[]>([])
  useEffect(() => void desk.client.call('format.list', {}).then(setAll), [desk])
  const used = new Set(session.tasks.map(task => task.labeler))
  return all.filter(
    format => fits(format) && (used.has(format.labeler) || labelerOf(format.labeler) === undefined)
  )
}
