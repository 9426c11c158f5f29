import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { cocoExporter } from './coco-export.ts'
import { cocoImporter } from './coco-import.ts'
import { csvExporter } from './csv-export.ts'
import { csvImporter } from './csv-import.ts'
import { imagefolderExporter } from './imagefolder-export.ts'
import { imagefolderImporter } from './imagefolder-import.ts'
import { labelmeExporter } from './labelme-export.ts'
import { labelmeImporter } from './labelme-import.ts'
import { vocExporter } from './voc-export.ts'
import { vocImporter } from './voc-import.ts'
import { yoloExporter } from './yolo-export.ts'
import { yoloImporter } from './yolo-import.ts'

export const exporters: readonly Exporter<Config, Answer>[] = [
  cocoExporter,
  yoloExporter,
  vocExporter,
  labelmeExporter,
  csvExporter,
  imagefolderExporter
]
export const importers: readonly Importer<Config, Answer>[] = [
  cocoImporter,
  yoloImporter,
  vocImporter,
  labelmeImporter,
  csvImporter,
  imagefolderImporter
]
