import { useSyncExternalStore } from 'react'

const two = '(min-width: 960px)'
const three = '(min-width: 1700px)'

function subscribe(changed: () => void): () => void {
  const queries = [two, three].map(query => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

/** How many columns of panels the window has room for. */
export function useColumns(): number {
  return useSyncExternalStore(subscribe, () =>
    matchMedia(three).matches ? 3 : matchMedia(two).matches ? 2 : 1
  )
}
