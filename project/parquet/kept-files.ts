import { idFor } from '../../schemas/schema.ts'

/** A file manager that opens a folder of 100,000 pictures is not seen again. */
const IN_FOLDER = 1000

/** Where a file of a row goes, below the folder of the data. Nothing of the name comes from the data but its column. */
export function keptName(column: string, row: number, extension: string): string {
  const folder = idFor(column, new Set())
  const shelf = String(Math.floor(row / IN_FOLDER)).padStart(3, '0')
  return `${folder}/${shelf}/${String(row).padStart(6, '0')}.${extension}`
}
