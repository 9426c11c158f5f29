import { failed, type Result } from '../../schemas/schema.ts'
import { decodeText } from '../decode.ts'
import { FileError, type Files } from '../files.ts'

/** Above this a file does not fit into one string, and the window would stall long before. */
const MAX_FILE = 512 * 1024 * 1024

/** The text of a file, whatever goes wrong as a problem. `shown` is how the file is named to people. */
export async function readText(files: Files, path: string, shown: string): Promise<Result<string>> {
  try {
    const size = (await files.stat(path))?.size ?? 0
    if (size > MAX_FILE)
      return failed({ file: shown, message: 'This file is larger than 512 MB. Split it into parts.' })
    return decodeText(await files.read(path), shown)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return failed({ file: shown, message: error.message })
  }
}
