import type { Problem } from '../../../schemas/schema.ts'
import type { ImportFile } from '../../kit/format.ts'
import { HIGHEST_CLASS } from '../../kit/keys.ts'
import { propertiesOf } from '../../kit/json-values.ts'

type Names = readonly (string | undefined)[]

/** The class names behind the numbers: of the description of the dataset, else of `classes.txt`. None: numbers are names. */
export async function readClasses(
  file: ImportFile
): Promise<{ readonly names: Names } | { readonly problem: Problem }> {
  const description = /\.ya?ml$/i.test(file.path)
    ? await file.text()
    : ((await file.beside?.('data.yaml')) ?? (await file.beside?.('dataset.yaml')))
  if (description === undefined) {
    const list = (await file.beside?.('classes.txt')) ?? (await file.beside?.('obj.names'))
    return { names: list === undefined ? [] : list.replace(/\r?\n$/, '').split(/\r?\n/) }
  }
  const { parse } = await import('yaml')
  let data: ReadonlyMap<string, unknown>
  try {
    data = propertiesOf(parse(description))
  } catch {
    return {
      problem: { file: file.path, message: 'The description of this dataset is no YAML that can be read.' }
    }
  }
  if (data.has('kpt_shape'))
    return {
      problem: {
        file: file.path,
        message: 'This dataset holds keypoints, and boxes or outlines were expected.'
      }
    }
  return { names: namesIn(data.get('names')) }
}

/** A list, or names by number. */
function namesIn(names: unknown): Names {
  if (Array.isArray(names)) return names.map(String)
  const list: (string | undefined)[] = []
  for (const [number, name] of propertiesOf(names)) {
    const place = Number(number)
    if (Number.isInteger(place) && place >= 0 && place <= HIGHEST_CLASS) list[place] = String(name)
  }
  return Array.from(list)
}
