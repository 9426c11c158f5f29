import type { Attribute, AttributeValue } from '../schema.ts'

/** A value that one digit gives: of a choice one of its values, of a boolean yes. */
export interface Offer {
  readonly attribute: Attribute
  readonly value: AttributeValue
  /** `1` to `9`; absent where there are more than nine. */
  readonly digit: string | undefined
}

/**
 * Every value that a digit can give, numbered through all attributes while nine are enough; else each attribute begins at 1
 * and its digits count for the one that has the keys.
 */
export function offersOf(attributes: readonly Attribute[]): readonly Offer[] {
  const all = attributes.flatMap((attribute): Omit<Offer, 'digit'>[] =>
    attribute.kind === 'boolean'
      ? [{ attribute, value: true }]
      : attribute.kind === 'choice'
        ? (attribute.values ?? []).map(value => ({ attribute, value }))
        : []
  )
  const through = all.length <= 9
  const places = new Map<Attribute, number>()
  return all.map((offer, at) => {
    const own = (places.get(offer.attribute) ?? 0) + 1
    places.set(offer.attribute, own)
    const number = through ? at + 1 : own
    return { ...offer, digit: number <= 9 ? String(number) : undefined }
  })
}

/** The offer a digit means while one attribute has the keys. */
export function offerFor(
  offers: readonly Offer[],
  digit: string,
  current: Attribute | undefined
): Offer | undefined {
  const meant = offers.filter(offer => offer.digit === digit)
  return meant.find(offer => offer.attribute === current) ?? (meant.length === 1 ? meant[0] : undefined)
}
