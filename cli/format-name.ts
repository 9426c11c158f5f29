import type { FormatName } from '../labelers/kit/format.ts'
import { isFormatName, listFormats } from '../project/formats.ts'

export type FoundFormat =
  { readonly ok: true; readonly format: FormatName } | { readonly ok: false; readonly message: string }

/** Tells a name of a later version from one that was never a format. */
export function formatFor(name: string, direction: 'imports' | 'exports'): FoundFormat {
  const all = listFormats()
  const usable = [...new Set(all.filter(info => info[direction]).map(info => info.format))]
  if (isFormatName(name)) {
    if (usable.includes(name)) return { ok: true, format: name }
    const verb = direction === 'imports' ? 'import' : 'export'
    return {
      ok: false,
      message: `This version does not ${verb} "${name}" yet. It can ${verb} ${usable.join(', ')}.`
    }
  }
  return { ok: false, message: `"${name}" is not a format. The formats are ${usable.join(', ')}.` }
}
