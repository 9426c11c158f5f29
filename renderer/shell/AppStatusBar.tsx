import { Icon } from '../ui/Icon.tsx'
import { CommandCap, useRegistry } from './commands/react.tsx'
import { useDeskState } from './desk-context.tsx'
import styles from './StatusBar.module.css'

const themeNames = { system: 'System', light: 'Light', dark: 'Dark' } as const

/** The bottom line of every screen but the label screen, which has its own. */
export function AppStatusBar() {
  const info = useDeskState(state => state.info)
  const busy = useDeskState(state => state.busy)
  const registry = useRegistry()
  return (
    <footer className={styles.status}>
      {busy === null ? (
        <span>
          <Icon name="lock" small />
          Works offline. No account, no network.
        </span>
      ) : (
        <span role="status">
          <i className={styles.spin} />
          {busy}
        </span>
      )}
      <span className="grow" />
      {info !== null && (
        <>
          <button className={styles.press} onClick={() => registry.run('app.settings')}>
            Annotator <b>{info.settings.annotator}</b>
          </button>
          <button className={styles.press} onClick={() => registry.run('app.toggleTheme')}>
            Theme <b>{themeNames[info.settings.theme]}</b>
          </button>
          <button className={styles.press} onClick={() => registry.run('app.keys')}>
            Keys <CommandCap id="app.keys" />
          </button>
          <span>{info.version}</span>
        </>
      )}
    </footer>
  )
}
