import type { ImportFile } from '../../labelers/kit/format.ts'
import { Item } from '../../schemas/item.ts'
import { LabelFile } from '../../schemas/label-file.ts'
import { Project } from '../../schemas/project.ts'
import { failed, ok, type Problem, type Result } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'
import { isRecord } from '../document.ts'
import { parseJson } from '../sources/json-text.ts'
import { DATASET_FORMAT } from './goldset-info.ts'

export interface GoldsetLine {
  readonly line: number
  readonly item: Item
  readonly label?: LabelFile
}

export interface GoldsetDataset {
  /** Without sources: those are the new project's own. */
  readonly project: Project
  readonly guidelines: string
  readonly lines: readonly GoldsetLine[]
  /** Lines that were left out. */
  readonly problems: readonly Problem[]
}

/** Reads Goldset JSONL. `source` is what items and label files say they come from, which the format does not carry. */
export async function readGoldset(file: ImportFile, source: string): Promise<Result<GoldsetDataset>> {
  const lines: GoldsetLine[] = []
  const problems: Problem[] = []
  let header: Pick<GoldsetDataset, 'project' | 'guidelines'> | undefined
  for await (const { line, text } of file.lines()) {
    if (text.trim() === '') continue
    const parsed = parseJson(text)
    const wrong = (message: string, path?: string): Problem => ({
      file: file.path,
      line,
      ...(path === undefined ? {} : { path }),
      message
    })
    if (header === undefined) {
      const read = 'value' in parsed ? headerOf(parsed.value) : { message: parsed.message }
      if ('message' in read) return failed(wrong(read.message, read.path))
      header = read
      continue
    }
    const read = 'value' in parsed ? lineOf(parsed.value, source) : { message: parsed.message }
    if ('message' in read) problems.push(wrong(`${read.message} The line was left out.`, read.path))
    else lines.push({ line, ...read })
  }
  return header === undefined
    ? failed({ file: file.path, message: 'The file is empty.' })
    : ok({ ...header, lines, problems })
}

type Refused = { readonly message: string; readonly path?: string | undefined }

function headerOf(value: unknown): Pick<GoldsetDataset, 'project' | 'guidelines'> | Refused {
  const mark = isRecord(value) ? value['goldset'] : undefined
  if (!isRecord(value) || typeof mark !== 'string' || !mark.startsWith('dataset/')) {
    return {
      message: `The first line of a Goldset dataset is {"goldset":"${DATASET_FORMAT}", …}, and this is not.`
    }
  }
  if (mark !== DATASET_FORMAT) return { message: `The file is of a newer version of Goldset (${mark}).` }
  const { project, guidelines } = value
  const whole = isRecord(project) ? { ...project, sources: [] } : project
  const [problem] = validate(Project, whole)
  if (problem !== undefined) return { path: `/project${problem.path ?? ''}`, message: problem.message }
  return { project: whole as Project, guidelines: typeof guidelines === 'string' ? guidelines : '' }
}

function lineOf(value: unknown, source: string): { item: Item; label?: LabelFile } | Refused {
  if (!isRecord(value) || !isRecord(value['item'])) return { message: 'There is no "item" in this line.' }
  const item = { ...value['item'], source }
  const [badItem] = validate(Item, item)
  if (badItem !== undefined) return { path: `/item${badItem.path ?? ''}`, message: badItem.message }
  if (value['label'] === undefined) return { item: item as unknown as Item }
  const given = value['label']
  const label =
    isRecord(given) && isRecord(given['item']) ? { ...given, item: withSource(given['item'], source) } : given
  const [badLabel] = validate(LabelFile, label)
  if (badLabel !== undefined) return { path: `/label${badLabel.path ?? ''}`, message: badLabel.message }
  const whole = { item: item as unknown as Item, label: label as LabelFile }
  if (whole.label.item.id !== whole.item.id)
    return { path: '/label/item/id', message: 'The label is of another item.' }
  return whole
}

/** In the place where the saver puts it. */
function withSource({ id, ...rest }: Record<string, unknown>, source: string): Record<string, unknown> {
  return { id, source, ...rest }
}
