import { useState } from 'react'

const key = 'goldset.progress.hide-names'

/** Whether names are hidden on this machine, for a wall or a shared screen, and the switch. */
export function useHiddenNames(): readonly [hidden: boolean, toggle: () => void] {
  const [hidden, setHidden] = useState(() => localStorage.getItem(key) === 'yes')
  const toggle = () => {
    setHidden(!hidden)
    try {
      localStorage.setItem(key, hidden ? 'no' : 'yes')
    } catch {
      // Full or forbidden: hidden until the screen closes.
    }
  }
  return [hidden, toggle]
}

/** What to call annotators: by their ids, or where names are hidden by letters in the order given. */
export function namesOf(annotators: readonly string[], hidden: boolean): (annotator: string) => string {
  if (!hidden) return annotator => annotator
  const letters = new Map(annotators.map((annotator, place) => [annotator, lettersOf(place)]))
  return annotator => letters.get(annotator) ?? '?'
}

/** A to Z, then AA, AB, … */
function lettersOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : lettersOf(Math.floor(place / 26) - 1) + last
}
