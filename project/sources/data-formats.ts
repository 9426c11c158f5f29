import type { FieldKind, SourceFormat } from '../../schemas/project.ts'

/** What data can be when a project is made of it. Of parquet the project gets the rows as JSON Lines. */
export type DataFormat = SourceFormat | 'parquet'

/** Sources whose items are files, one each. */
export type FileFormat = 'text-files' | 'image-files' | 'audio-files'

const byExtension: ReadonlyMap<string, DataFormat> = new Map([
  ['txt', 'text-files'],
  ...['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp', 'avif'].map(name => [name, 'image-files'] as const),
  ...['wav', 'mp3', 'flac', 'ogg', 'opus', 'm4a', 'aac'].map(name => [name, 'audio-files'] as const),
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['parquet', 'parquet']
])

/** What a file is by its name; undefined for what is no data. */
export const formatByExtension = (name: string) =>
  byExtension.get(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '')

/** Pictures that people have and Chromium does not show: worth saying so instead of passing them over. */
export const isUnshownPicture = (name: string) => /\.(tiff?|hei[cf]|jxl)$/i.test(name)

const kinds: Readonly<Record<FileFormat, FieldKind>> = {
  'text-files': 'text',
  'image-files': 'image',
  'audio-files': 'audio'
}

/** The kind of field that the files of a source fill; undefined for tables, whose columns fill fields. */
export const kindOfFiles = (format: DataFormat): FieldKind | undefined =>
  isFileFormat(format) ? kinds[format] : undefined

export const isFileFormat = (format: DataFormat): format is FileFormat => Object.hasOwn(kinds, format)
