import { useEffect, useRef } from 'react'

/** Calls back when the theme becomes the other one, by the system or by hand: a canvas does not follow by itself. */
export function useThemeChange(changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => {
    const tell = () => latest.current()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const byHand = new MutationObserver(tell)
    dark.addEventListener('change', tell)
    byHand.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      dark.removeEventListener('change', tell)
      byHand.disconnect()
    }
  }, [])
}
