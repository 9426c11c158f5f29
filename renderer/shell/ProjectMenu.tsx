import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { CommandCap, useRegistry } from './commands/react.tsx'
import { useDeskState } from './desk-context.tsx'
import styles from './TopBar.module.css'

const entries = ['app.home', 'app.revealProject', 'app.import', 'app.export'] as const

/** The name of the project, and under it where one goes from there. Without a project it leads home. */
export function ProjectMenu() {
  const registry = useRegistry()
  const name = useDeskState(state => state.session?.summary.project.name)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      className={styles.brandPlace}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        className={styles.brand}
        {...(name === undefined ? {} : { 'aria-haspopup': 'menu', 'aria-expanded': open })}
        onClick={() => (name === undefined ? registry.run('app.home') : setOpen(!open))}
      >
        <span className={styles.mark} />
        <span className={`${styles.project} cut`} dir="auto">
          {name ?? 'Goldset'}
        </span>
        {name !== undefined && <Icon name="down" small />}
      </button>
      {open && (
        <Menu
          onClose={close}
          onChoose={id => {
            close()
            registry.run(id)
          }}
        />
      )}
    </div>
  )
}

function Menu({ onClose, onChoose }: { onClose: () => void; onChoose: (id: string) => void }) {
  const registry = useRegistry()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = items.findIndex(item => item === document.activeElement)
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 && event.key !== 'Escape') return
    event.preventDefault()
    if (by === 0) onClose()
    else items[(here + by + items.length) % items.length]?.focus()
  }
  return (
    <div ref={list} className={`${styles.menu} float`} role="menu" aria-label="Project" onKeyDown={onKeyDown}>
      {entries.map(id => (
        <button key={id} role="menuitem" tabIndex={-1} className={styles.entry} onClick={() => onChoose(id)}>
          <span className="grow">{registry.byId(id)?.title}</span>
          <CommandCap id={id} />
        </button>
      ))}
    </div>
  )
}
