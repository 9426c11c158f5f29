import { useMemo, useSyncExternalStore } from 'react'
import { classNames } from '../../../renderer/ui/class-names.ts'
import type { Look } from '../../kit/view/looks.ts'
import type { Segment } from '../schema.ts'
import { blocksOf, type Tier } from './tiers.ts'
import type { WaveWindow } from './wave-window.ts'
import styles from './waves.module.css'

interface TiersProps {
  readonly window: WaveWindow
  readonly segments: readonly Segment[]
  readonly tiers: readonly Tier[]
  readonly looks: (label: string) => Look
  readonly selected: ReadonlySet<string>
}

/** A line for each speaker with the segments in sight. The table is the way to them for whoever does not see this. */
export function Tiers({ window, segments, tiers, looks, selected }: TiersProps) {
  const shown = useSyncExternalStore(window.subscribe, () => window.shown)
  const width = useSyncExternalStore(window.subscribe, () => window.width)
  const blocks = useMemo(() => blocksOf(segments, shown, width), [segments, shown, width])
  return (
    <div className={styles.tiers} aria-hidden="true">
      {tiers.map(({ speaker }) => {
        const look = speaker === null ? undefined : looks(speaker)
        return (
          <div key={speaker ?? ''} className={styles.tier} data-tier={speaker ?? ''}>
            <em className="cut" dir="auto" title={look?.name}>
              {look?.name ?? (tiers.length === 1 ? 'Segments' : 'Nobody')}
            </em>
            {(blocks.get(speaker) ?? []).map(({ left, width: wide, segment, place, several }) => (
              <b
                key={segment.id}
                className={classNames(
                  styles.block,
                  `l${look === undefined ? 0 : ((look.color + 11) % 12) + 1}`,
                  selected.has(segment.id) && styles.current,
                  several && styles.several
                )}
                data-segment={segment.id}
                style={{ left, width: wide }}
              >
                {wide > 14 && !several ? place + 1 : ''}
              </b>
            ))}
          </div>
        )
      })}
    </div>
  )
}
