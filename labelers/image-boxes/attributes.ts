import type { Attribute, AttributeValue, Config, Shape } from './schema.ts'

type Values = NonNullable<Shape['attributes']>

/** Whether a shape with this label is asked for an attribute. Without a label, only what every label is asked. */
export function isAsked(attribute: Attribute, label: string | null): boolean {
  return attribute.labels === undefined || (label !== null && attribute.labels.includes(label))
}

/** The attributes asked of a shape with this label, in the order of the config. */
export function attributesFor(config: Config, label: string | null): readonly Attribute[] {
  return config.attributes.filter(attribute => isAsked(attribute, label))
}

/** What a shape says to an attribute; undefined when it says nothing. */
export function valueOf(shape: Pick<Shape, 'attributes'>, attribute: string): AttributeValue | undefined {
  return shape.attributes?.find(each => each.id === attribute)?.value
}

/** Whether an attribute can have a value. Text that is empty says nothing, so it is none. */
export function admits(attribute: Attribute, value: unknown): value is AttributeValue {
  switch (attribute.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'text':
      return typeof value === 'string' && value !== ''
    case 'choice':
      return typeof value === 'string' && attribute.values?.includes(value) === true
  }
}

/** With a value set, or taken back where it is null. The same list when nothing changed. */
export function withValue(
  values: Shape['attributes'],
  id: string,
  value: AttributeValue | null
): Shape['attributes'] {
  const place = values?.findIndex(each => each.id === id) ?? -1
  if (values === undefined || place === -1)
    return value === null ? values : [...(values ?? []), { id, value }]
  if (value === null) return values.toSpliced(place, 1)
  const had = values[place]
  return had === undefined || had.value === value ? values : values.with(place, { ...had, value })
}

/** The values a shape keeps under a label: those that are asked of it, and defaults for what it does not say. */
export function valuesFor(config: Config, label: string | null, values: Shape['attributes']): Values {
  const asked = attributesFor(config, label)
  const known = new Set(config.attributes.map(attribute => attribute.id))
  const wanted = new Set(asked.map(attribute => attribute.id))
  // What no attribute of the config is called came from elsewhere, and is kept.
  const kept = (values ?? []).filter(each => wanted.has(each.id) || !known.has(each.id))
  const said = new Set(kept.map(each => each.id))
  const defaults = asked.flatMap(attribute =>
    !said.has(attribute.id) && admits(attribute, attribute.default)
      ? [{ id: attribute.id, value: attribute.default }]
      : []
  )
  return [...kept, ...defaults]
}
