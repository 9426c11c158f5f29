import type { Result } from '../../schemas/schema.ts'
import type { Files } from '../files.ts'
import { parquetHead } from '../parquet/parquet-head.ts'
import type { DataSource } from './find-sources.ts'
import { type Head, readHead } from './head.ts'

/** The first rows of a table, of parquet as they will stand in the project. */
export function tableHead(files: Files, source: DataSource): Promise<Result<Head>> {
  return source.kind === 'shards' ? parquetHead(files, source.files) : readHead(files, source)
}
