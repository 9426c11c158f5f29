import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'
import { conllExporter } from './conll-export.ts'
import { conllImporter } from './conll-import.ts'
import { doccanoExporter } from './doccano-export.ts'
import { hfExporter } from './hf-export.ts'
import { hfImporter } from './hf-import.ts'
import { doccanoImporter, spacyImporter } from './offsets-import.ts'
import { spacyExporter } from './spacy-export.ts'

export const exporters: readonly Exporter<Config, Answer>[] = [
  conllExporter,
  spacyExporter,
  hfExporter,
  doccanoExporter
]
export const importers: readonly Importer<Config, Answer>[] = [
  conllImporter,
  spacyImporter,
  hfImporter,
  doccanoImporter
]
