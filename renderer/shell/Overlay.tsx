import { type ReactNode, useEffect, useRef } from 'react'
import { useRegistry } from './commands/react.tsx'
import { useDesk } from './desk-context.tsx'
import styles from './Overlay.module.css'

interface OverlayProps {
  readonly name: string
  readonly title: string
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A floating panel above the screen. While it is open no key reaches what is behind it; Escape or a click beside it closes. */
export function Overlay({ name, title, children, className }: OverlayProps) {
  const registry = useRegistry()
  const desk = useDesk()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    registry.move({ overlay: name })
    const before = document.activeElement
    if (panel.current?.contains(before) === false) panel.current.focus()
    return () => {
      registry.move({ overlay: null, typing: false })
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [registry, name])
  return (
    <div
      className={styles.shade}
      onMouseDown={event => event.target === event.currentTarget && desk.showOverlay(null)}
    >
      <div
        ref={panel}
        className={`${styles.panel} float ${className ?? ''}`}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={event => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          desk.showOverlay(null)
        }}
      >
        {children}
      </div>
    </div>
  )
}
