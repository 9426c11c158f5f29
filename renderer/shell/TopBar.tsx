import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { CommandCap, useRegistry } from './commands/react.tsx'
import { useDesk, useDeskState } from './desk-context.tsx'
import { ProjectMenu } from './ProjectMenu.tsx'
import styles from './TopBar.module.css'

/** Name of the project, the screens that exist for it, the palette and who is labelling. */
export function TopBar() {
  const desk = useDesk()
  const registry = useRegistry()
  const session = useDeskState(state => state.session)
  const screen = useDeskState(state => state.screen)
  const annotator = useDeskState(state => state.info?.settings.annotator ?? '')
  return (
    <header className={styles.top}>
      <ProjectMenu />
      {session !== null && (
        <nav className={styles.nav} aria-label="Screens of the project">
          <Tab current={screen === 'label'} onPress={() => desk.show('label')}>
            Label
          </Tab>
          <Tab current={screen === 'progress'} onPress={() => desk.show('progress')}>
            Progress
          </Tab>
          <Tab current={screen === 'export' || screen === 'import'} onPress={() => desk.show('export')}>
            Export
          </Tab>
        </nav>
      )}
      <span className="grow" />
      <button className={styles.command} onClick={() => registry.run('app.palette')}>
        <Icon name="search" small />
        <span className="grow">Search or run a command</span>
        <CommandCap id="app.palette" />
      </button>
      <button
        className={styles.who}
        title={`Annotator ${annotator}: settings`}
        onClick={() => desk.show('settings')}
      >
        {annotator.slice(0, 8)}
      </button>
    </header>
  )
}

interface TabProps {
  readonly current: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Tab({ current, onPress, children }: TabProps) {
  return (
    <button className={styles.tab} aria-current={current ? 'page' : undefined} onClick={onPress}>
      {children}
    </button>
  )
}
