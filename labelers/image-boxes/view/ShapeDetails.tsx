import { Cap } from '../../../renderer/ui/Cap.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { useLooks } from '../../kit/view/use-looks.ts'
import type { Shape } from '../schema.ts'
import styles from './answer.module.css'
import { attributesFor } from '../attributes.ts'
import { AttributePanel } from './AttributePanel.tsx'
import type { Props } from './boxes-state.ts'
import { PlaceFields } from './PlaceFields.tsx'

export interface ShapeProps extends Props {
  readonly shape: Shape
}

/** What is known of one shape: where it is, and its attributes. */
export function ShapeDetails(props: ShapeProps) {
  const { shape, config, scope } = props
  const looks = useLooks(props)
  const look = shape.label === null ? undefined : looks(shape.label)
  const asked = attributesFor(config, shape.label)
  const cap = scope.capOf('attributes.mode')
  return (
    <section className={styles.details} aria-label={look?.name ?? 'No label yet'}>
      <header>
        {look === undefined ? (
          <LabelBadge color={0} text="?" open />
        ) : (
          <LabelBadge color={look.color} text={look.badge} onMedia />
        )}
        <h3 className="cut" dir="auto">
          {look?.name ?? 'No label yet'}
        </h3>
        <span className="grow" />
        {asked.length > 0 && cap !== undefined && (
          <span className="faint">
            attributes <Cap keys={cap} off={!scope.acts('attributes.mode')} />
          </span>
        )}
      </header>
      <PlaceFields {...props} />
      {asked.length > 0 && <AttributePanel {...props} asked={asked} />}
    </section>
  )
}
