import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { audiofolderExporter } from './audiofolder-export.ts'
import { audiofolderImporter } from './audiofolder-import.ts'
import { csvExporter } from './csv-export.ts'
import { csvImporter } from './csv-import.ts'
import { ctmExporter } from './ctm-export.ts'
import { eafExporter } from './eaf-export.ts'
import { kaldiExporter } from './kaldi-export.ts'
import { nemoExporter } from './nemo-export.ts'
import { nemoImporter } from './nemo-import.ts'
import { srtExporter } from './srt-export.ts'
import { srtImporter } from './srt-import.ts'
import { stmExporter } from './stm-export.ts'
import { textgridExporter } from './textgrid-export.ts'
import { textgridImporter } from './textgrid-import.ts'
import { vttExporter } from './vtt-export.ts'
import { vttImporter } from './vtt-import.ts'
import { whisperExporter } from './whisper-export.ts'
import { whisperImporter } from './whisper-import.ts'

export const exporters: readonly Exporter<Config, Answer>[] = [
  srtExporter,
  vttExporter,
  textgridExporter,
  whisperExporter,
  nemoExporter,
  audiofolderExporter,
  csvExporter,
  kaldiExporter,
  ctmExporter,
  stmExporter,
  eafExporter
]
export const importers: readonly Importer<Config, Answer>[] = [
  srtImporter,
  vttImporter,
  textgridImporter,
  whisperImporter,
  nemoImporter,
  audiofolderImporter,
  csvImporter
]
