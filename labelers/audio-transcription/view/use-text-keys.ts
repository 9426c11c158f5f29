import { useEffect } from 'react'
import type { Props } from './transcript-state.ts'

/** Leaves the text that is typed, so that letters are keys again and Tab goes on from there. */
export function useTextKeys({ props }: { readonly props: Props }, typing: boolean): void {
  const { onKey } = props
  useEffect(() => {
    if (!typing) return
    return onKey({
      'text.leave': () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      }
    })
  }, [onKey, typing])
}
