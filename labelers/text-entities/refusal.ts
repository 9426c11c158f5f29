import type { Context } from '../kit/labeler.ts'
import { fieldOffsets } from '../kit/field-text.ts'
import { labelsById, nameOf } from '../kit/labels.ts'
import type { Answer, Config, Extent, Span } from './schema.ts'
import { overlapping, relation } from './spans.ts'

/**
 * Why a label cannot go on these words, in a sentence to show beside them; undefined when it can.
 * @param besides a span that is about to be replaced by this one, such as the one being resized
 */
export function refusal(
  answer: Answer,
  extent: Extent,
  label: string,
  context: Context<Config>,
  besides?: Span
): string | undefined {
  return (
    labelRefusal(label, context.config) ??
    extentRefusal(extent, context) ??
    placeRefusal(overlapping(answer.spans, extent.start, extent.end), extent, label, context.config, besides)
  )
}

function labelRefusal(id: string, config: Config): string | undefined {
  const label = labelsById(config.labels).get(id)
  if (label === undefined) return `There is no label "${id}" in this task.`
  if (label.retired === true) return `The label "${label.name}" is retired and takes no new spans.`
  return undefined
}

function extentRefusal({ start, end }: Extent, { item, field }: Context<Config>): string | undefined {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end))
    return 'A span needs whole numbers for its start and end.'
  if (start >= end) return 'A span needs at least one character.'
  const { length } = fieldOffsets(item, field)
  if (start < 0 || end > length)
    return `The span ${start} to ${end} lies outside the text, which has ${length} characters.`
  return undefined
}

/** The overlap policy, against the spans that touch the place. */
export function placeRefusal(
  near: readonly Span[],
  extent: Extent,
  label: string,
  config: Config,
  besides?: Span
): string | undefined {
  for (const other of near) {
    if (other === besides) continue
    const lies = relation(extent, other)
    if (lies === 'apart') continue
    const name = nameOf(config.labels, other.label)
    if (lies === 'same' && other.label === label) return `These words are labelled ${name} already.`
    if (config.overlap === 'none')
      return `This overlaps "${short(other.text)}" (${name}), and this task allows no overlap.`
    if (config.overlap === 'nested' && lies === 'crossing')
      return `This crosses "${short(other.text)}" (${name}); in this task one span must lie inside the other.`
  }
  return undefined
}

function short(text: string): string {
  const characters = [...text.slice(0, 100)]
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join('')}…`
}
