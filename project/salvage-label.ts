import { labelerOf } from '../labelers/index.ts'
import type { Item } from '../schemas/item.ts'
import { Comment, LABEL_FORMAT, LabelFile } from '../schemas/label-file.ts'
import type { Problem } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { decodeText } from './decode.ts'
import { isRecord } from './document.ts'
import { salvageJson } from './salvage-json.ts'

export interface SalvagedLabel {
  readonly label: LabelFile
  readonly lost: readonly Problem[]
}

/**
 * A draft from whatever a damaged label file still holds: every answer that is complete, and of one that is cut short
 * what its labeler accepts. A problem when it holds nothing of this item.
 */
export function salvageLabel(
  bytes: Uint8Array,
  about: { readonly item: Item; readonly annotator: string; readonly file: string; readonly savedAt: string }
): SalvagedLabel | Problem {
  const { item, annotator, file, savedAt } = about
  const lost: Problem[] = []
  const text = readableText(bytes, file)
  const side = firstSide(text)
  if (side !== text)
    lost.push({ file, message: 'Only the first side of the merge was taken; the other is in quarantine.' })
  const { value, fault, cut } = salvageJson(side)
  if (!isRecord(value)) return { file, message: 'Nothing in this file can be read.' }
  const stranger =
    isRecord(value['item']) && value['item']['id'] !== undefined && value['item']['id'] !== item.id
  if (stranger || (typeof value['annotator'] === 'string' && value['annotator'] !== annotator))
    return {
      file,
      message: 'These are labels of another item or another person, and are not taken for this one.'
    }
  if (fault !== undefined)
    lost.push({ file, message: `Reading stopped: ${fault.reason} What follows is in quarantine only.` })

  const labelers = new Map(
    entriesOf(value['labelers']).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
  const answers: [string, unknown][] = []
  for (const [task, answer] of entriesOf(value['answers'])) {
    const whole = !(typeof answer === 'object' && answer !== null && cut.has(answer))
    if (fits(answer, labelers.get(task), whole)) answers.push([task, answer])
    if (!fits(answer, labelers.get(task), whole))
      lost.push({ file, message: `The answer of "${task}" could not be kept.` })
    else if (!whole)
      lost.push({
        file,
        message: `The answer of "${task}" is cut short; what stood before the damage was kept.`
      })
  }
  if (answers.length === 0) return { file, message: 'No answer in this file can be read.' }

  const label: LabelFile = {
    ...Object.fromEntries(
      Object.entries(value).filter(([key, kept]) => !isKnown(key) && !cut.has(kept as object))
    ),
    goldset: LABEL_FORMAT,
    item: { id: item.id, source: item.source, fingerprint: item.fingerprint },
    annotator,
    // Whatever it was: a person has to look at it again.
    status: 'draft',
    schemaVersion: count(value['schemaVersion'], 1),
    guidelineVersion: count(value['guidelineVersion'], 0),
    revision: count(value['revision'], 0) + 1,
    savedAt,
    activeMs: count(value['activeMs'], 0),
    labelers: Object.fromEntries([...labelers].filter(([task]) => answers.some(([kept]) => kept === task))),
    comments: commentsOf(value['comments']),
    answers: Object.fromEntries(answers)
  }
  return { label, lost }
}

function fits(answer: unknown, mark: string | undefined, whole: boolean): boolean {
  const labeler = mark === undefined ? undefined : labelerOf(mark.replace(/\/[0-9]+$/, ''))
  return labeler === undefined ? whole : validate(labeler.schema.answer, answer).length === 0
}

function commentsOf(value: unknown): Comment[] {
  return Array.isArray(value)
    ? value.filter((each): each is Comment => validate(Comment, each).length === 0)
    : []
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function isKnown(key: string): boolean {
  return Object.hasOwn(LabelFile.properties, key)
}

function count(value: unknown, least: number): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : least
}

/** The text up to the first byte that is not UTF-8. */
function readableText(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes, file)
  if (decoded.ok) return decoded.value
  return new TextDecoder().decode(bytes.subarray(0, decoded.problems[0]?.byte ?? 0))
}

/** A file with the marks of an unfinished git merge as the first side had it. */
function firstSide(text: string): string {
  if (!/^<{7}(?: |$)/m.test(text)) return text
  let skipping = false
  return text
    .split('\n')
    .filter(line => {
      if (/^(?:<{7}|>{7})(?: |\r?$)/.test(line)) {
        skipping = false
        return false
      }
      // `|||||||` opens the common ancestor in the diff3 style, `=======` the other side.
      if (/^(?:={7}|\|{7})(?: |\r?$)/.test(line)) skipping = true
      return !skipping
    })
    .join('\n')
}
