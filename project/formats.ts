import { formatsOf } from '../labelers/formats.ts'
import { labelers } from '../labelers/index.ts'
import { type FormatName, type FormatOption, formatNames } from '../labelers/kit/format.ts'
import { GOLDSET_FORMAT } from './formats/goldset-info.ts'

/** One way in or out: a format as one labeler speaks it. */
export interface FormatInfo {
  readonly format: FormatName
  /** Labeler id, or `*` for a format that takes every labeler. */
  readonly labeler: string
  readonly title: string
  readonly exports: boolean
  readonly imports: boolean
  /** It imports a folder of files as well as one of them. */
  readonly importsFolders: boolean
  /** In a sentence; empty when it carries everything of this labeler. */
  readonly cannotCarry: string
  readonly options: readonly FormatOption[]
}

/** Every format of this version, in the order of `formatNames`, then of the labelers. */
export function listFormats(): readonly FormatInfo[] {
  const all: FormatInfo[] = [GOLDSET_FORMAT]
  for (const labeler of labelers) {
    const { exporters, importers } = formatsOf(labeler.id)
    const names = new Set([...exporters, ...importers].map(one => one.format))
    for (const format of names) {
      const exporter = exporters.find(one => one.format === format)
      const importer = importers.find(one => one.format === format)
      all.push({
        format,
        labeler: labeler.id,
        title: exporter?.title ?? importer?.title ?? format,
        exports: exporter !== undefined,
        imports: importer !== undefined,
        importsFolders: importer?.readsFolders === true,
        cannotCarry: exporter?.cannotCarry ?? '',
        options: exporter?.options ?? []
      })
    }
  }
  const place = (info: FormatInfo) => formatNames.indexOf(info.format)
  return all.sort((a, b) => place(a) - place(b))
}

/** Whether it is a name scripts may use, of this version or a later one. */
export function isFormatName(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name)
}
