import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { csvExporter, csvImporter } from './csv.ts'
import { doccanoExporter, doccanoImporter } from './doccano.ts'
import { hfExporter } from './hf-export.ts'
import { hfImporter } from './hf-import.ts'
import { spacyExporter, spacyImporter } from './spacy.ts'

export const exporters: readonly Exporter<Config, Answer>[] = [
  hfExporter,
  csvExporter,
  doccanoExporter,
  spacyExporter
]
export const importers: readonly Importer<Config, Answer>[] = [
  hfImporter,
  csvImporter,
  doccanoImporter,
  spacyImporter
]
