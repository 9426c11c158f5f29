import type { Exporter, Importer } from '../../kit/format.ts'
import type { Answer, Config } from '../schema.ts'

export const exporters: readonly Exporter<Config, Answer>[] = []
export const importers: readonly Importer<Config, Answer>[] = []
