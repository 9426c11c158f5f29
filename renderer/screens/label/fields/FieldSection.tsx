import type { Item } from '../../../../schemas/item.ts'
import { classNames } from '../../../ui/class-names.ts'
import { ChatBody } from './ChatBody.tsx'
import styles from './fields.module.css'
import { MediaBody } from './MediaBody.tsx'
import type { ShownField } from './shown-fields.ts'
import { TextBody } from './TextBody.tsx'

interface FieldSectionProps {
  readonly field: ShownField
  readonly item: Item
  /** The question with the keys is about this one. */
  readonly asked: boolean
}

/** A field under its name. */
export function FieldSection({ field, item, asked }: FieldSectionProps) {
  return (
    <section className={styles.field} aria-label={field.name}>
      <FieldName name={field.name} asked={asked} />
      <FieldBody field={field} item={item} />
    </section>
  )
}

/** The heading of a field; darker while the question with the keys is about it. */
export function FieldName({ name, asked }: { name: string; asked: boolean }) {
  return (
    <h2 className={classNames(styles.name, asked && styles.asked)} dir="auto">
      {name}
    </h2>
  )
}

/** What a field holds, by its kind. Responses are shown as they are written: judging them is a labeler's own view. */
export function FieldBody({ field, item }: { field: ShownField; item: Item }) {
  const { id, kind, name, value } = field
  switch (kind) {
    case 'chat':
      return <ChatBody text={value} />
    case 'image':
    case 'audio': {
      const info = item.media !== undefined && Object.hasOwn(item.media, id) ? item.media[id] : undefined
      return <MediaBody kind={kind} path={value} name={name} info={info} />
    }
    case 'text':
    case 'responses':
      return <TextBody text={value} />
  }
}
