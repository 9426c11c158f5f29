import { useEffect } from 'react'
import { useLatest } from '../../kit/view/use-latest.ts'
import { findingsOf, mended } from '../findings.ts'
import type { Playback } from './playback.ts'
import { findingBeside } from './steps.ts'
import type { Props, TranscriptState } from './transcript-state.ts'

interface LabelGround {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback?: Playback
}

/** Who speaks: in what is selected, and in what is made next. The same one again is nobody. */
export function giveSpeaker({ state }: Pick<LabelGround, 'state'>, speaker: string | null): void {
  const ids = state.selected.map(({ id }) => id)
  state.setHand(speaker)
  if (ids.length > 0) state.apply({ type: 'segments.speaker', ids, speaker })
}

export function giveKind({ state }: Pick<LabelGround, 'state'>, kind: string): void {
  const ids = state.selected.map(({ id }) => id)
  const has = state.selected.every(segment => segment.kind === kind)
  if (ids.length > 0) state.apply({ type: 'segments.kind', ids, kind: has ? null : kind })
}

/** Puts in what the first finding with a remedy offers for the text of the segment in hand. */
export function mendFinding({ props, state }: Pick<LabelGround, 'props' | 'state'>): void {
  const { current } = state
  if (current === undefined) return
  const finding = findingsOf(current, props.config).find(({ mend }) => mend !== undefined)
  if (finding === undefined) return
  state.apply({ type: 'segment.text', id: current.id, text: mended(current.text, finding) })
}

/** Speakers, kinds and findings by keys, while typing too. */
export function useLabelKeys(ground: LabelGround): void {
  const { onKey, readOnly, config, answer } = ground.props
  const latest = useLatest(ground)
  const selected = ground.state.selected.length > 0
  useEffect(() => {
    if (readOnly) return
    return onKey(
      Object.fromEntries<() => void>([
        ...config.labels.map(
          ({ id }) => [`speaker.apply:${id}`, () => giveSpeaker(latest.current, id)] as const
        ),
        ['speaker.none', () => giveSpeaker(latest.current, null)]
      ])
    )
  }, [onKey, readOnly, config.labels, latest])
  useEffect(() => {
    if (readOnly || !selected) return
    return onKey(
      Object.fromEntries(
        config.kinds.map(({ id }) => [`kind.apply:${id}`, () => giveKind(latest.current, id)])
      )
    )
  }, [onKey, readOnly, selected, config.kinds, latest])
  const some = answer.segments.length > 0
  useEffect(() => {
    if (!some) return
    const step = (direction: 1 | -1) => () => {
      const { props, state, playback } = latest.current
      const found = findingBeside(props.answer.segments, props.config, state.at, direction)
      if (found === undefined) return props.toast('The rules find nothing in these texts.')
      state.select([found.segment.id])
      playback?.seek(found.segment.start)
    }
    return onKey({
      'finding.next': step(1),
      'finding.previous': step(-1),
      ...(readOnly ? {} : { 'finding.mend': () => mendFinding(latest.current) })
    })
  }, [onKey, readOnly, some, latest])
}
