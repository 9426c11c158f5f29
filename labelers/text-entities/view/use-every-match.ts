import { useEffect, useMemo, useState } from 'react'
import { matchesOf } from '../matches.ts'
import type { Extent } from '../schema.ts'
import { highlight } from './highlight.ts'
import type { TextSurface } from './surface.ts'
import type { Props, TextState } from './text-state.ts'

/** "Label every exact match in this item": what would be labelled, shown before it is done. */
export interface EveryMatch {
  /** The label they would take; undefined while nothing is shown. */
  readonly label: string | undefined
  readonly words: string
  readonly extents: readonly Extent[]
  readonly show: (label: string) => void
  readonly apply: () => void
  readonly close: () => void
}

export function useEveryMatch(
  surface: () => TextSurface | undefined,
  props: Props,
  state: TextState
): EveryMatch {
  const { answer, config, dispatch, item, readOnly, toast } = props
  const [asked, setAsked] = useState<{ label: string; words: string; item: string }>()
  const now = asked?.item === item.id && !readOnly ? asked : undefined
  const extents = useMemo(
    () =>
      now === undefined
        ? []
        : matchesOf(now.words, now.label, answer, state.context, config.granularity === 'word'),
    [now, answer, state.context, config.granularity]
  )
  const { offsets } = state
  useEffect(() => {
    const on = surface()
    if (on === undefined || extents.length === 0) return
    return highlight(
      'goldset-matches',
      on.positions,
      extents.map(({ start, end }) => ({ start: offsets.toUtf16(start), end: offsets.toUtf16(end) }))
    )
  }, [surface, extents, offsets])

  const name = (label: string) => config.labels.find(each => each.id === label)?.name ?? label
  const close = () => setAsked(undefined)
  return {
    label: now?.label,
    words: now?.words ?? '',
    extents,
    close,
    show: label => {
      if (readOnly) return
      if (state.target === undefined) {
        close()
        return state.refuse(
          'Select a word first, or go to one with the arrow keys: then every match of it can be labelled.'
        )
      }
      const words = state.text.slice(state.target.start, state.target.end)
      const found = matchesOf(words, label, answer, state.context, config.granularity === 'word')
      if (found.length === 0) {
        close()
        return state.refuse(`No match of “${short(words)}” in this item can take ${name(label)}.`)
      }
      state.refuse(undefined)
      setAsked({ label, words, item: item.id })
    },
    apply: () => {
      if (now === undefined || extents.length === 0) return
      dispatch({ type: 'spans.add', extents, label: now.label })
      toast(`Labelled ${extents.length.toLocaleString('en')} “${short(now.words)}” as ${name(now.label)}`)
      close()
    }
  }
}

function short(words: string): string {
  const characters = [...words]
  return characters.length <= 40 ? words : `${characters.slice(0, 39).join('')}…`
}
