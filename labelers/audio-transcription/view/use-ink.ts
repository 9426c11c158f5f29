import { type RefObject, useLayoutEffect, useState } from 'react'

/** The colour of an element's text as a canvas takes it, in the theme that is shown. Empty before the element is there. */
export function useInk(element: RefObject<HTMLElement | null>): string {
  const [ink, setInk] = useState('')
  useLayoutEffect(() => {
    const look = () => {
      if (element.current !== null) setInk(getComputedStyle(element.current).color)
    }
    look()
    const system = matchMedia('(prefers-color-scheme: dark)')
    const themed = new MutationObserver(look)
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    system.addEventListener('change', look)
    return () => {
      themed.disconnect()
      system.removeEventListener('change', look)
    }
  }, [element])
  return ink
}
