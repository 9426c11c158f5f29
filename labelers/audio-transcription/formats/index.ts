import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { srtExporter } from './srt-export.ts'
import { srtImporter } from './srt-import.ts'
import { textgridExporter } from './textgrid-export.ts'
import { textgridImporter } from './textgrid-import.ts'
import { vttExporter } from './vtt-export.ts'
import { vttImporter } from './vtt-import.ts'

export const exporters: readonly Exporter<Config, Answer>[] = [srtExporter, vttExporter, textgridExporter]
export const importers: readonly Importer<Config, Answer>[] = [srtImporter, vttImporter, textgridImporter]
