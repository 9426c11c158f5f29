import { useEffect, useState } from 'react'
import styles from './App.module.css'
import { HomeScreen } from './screens/home/HomeScreen.tsx'
import { AppStatusBar } from './shell/AppStatusBar.tsx'
import { listenForKeys } from './shell/commands/listen.ts'
import { RegistryProvider } from './shell/commands/react.tsx'
import { CommandRegistry } from './shell/commands/registry.ts'
import { DeskContext, useDesk, useDeskState } from './shell/desk-context.tsx'
import { later } from './shell/later.tsx'
import { TopBar } from './shell/TopBar.tsx'
import { useAppCommands } from './shell/use-app-commands.ts'
import { useMainEvents } from './shell/use-main-events.ts'
import type { Desk } from './state/desk.ts'
import { classNames } from './ui/class-names.ts'

const waiting = <main className={styles.waiting} />

const LabelScreen = later(async () => (await import('./screens/label/LabelScreen.tsx')).LabelScreen, waiting)
const NewProjectScreen = later(
  async () => (await import('./screens/new-project/NewProjectScreen.tsx')).NewProjectScreen,
  waiting
)
const ExportScreen = later(
  async () => (await import('./screens/exchange/ExportScreen.tsx')).ExportScreen,
  waiting
)
const ImportScreen = later(
  async () => (await import('./screens/exchange/ImportScreen.tsx')).ImportScreen,
  waiting
)
const ProgressScreen = later(
  async () => (await import('./screens/progress/ProgressScreen.tsx')).ProgressScreen,
  waiting
)
const SettingsScreen = later(
  async () => (await import('./screens/settings/SettingsScreen.tsx')).SettingsScreen,
  waiting
)
const CommandPalette = later(async () => (await import('./shell/CommandPalette.tsx')).CommandPalette)
const KeySheet = later(async () => (await import('./shell/KeySheet.tsx')).KeySheet)
const ProblemSheet = later(async () => (await import('./shell/ProblemSheet.tsx')).ProblemSheet)

interface AppProps {
  /** Started by whoever shows it. */
  readonly desk: Desk
}

/** The whole window. Everything outside it is reached through the client of its desk. */
export function App({ desk }: AppProps) {
  const [registry] = useState(() => new CommandRegistry())
  useEffect(() => listenForKeys(registry), [registry])
  return (
    <DeskContext value={desk}>
      <RegistryProvider registry={registry}>
        <Window registry={registry} />
      </RegistryProvider>
    </DeskContext>
  )
}

function Window({ registry }: { registry: CommandRegistry }) {
  const desk = useDesk()
  const overlay = useDeskState(state => state.overlay)
  const screen = useDeskState(state => state.screen)
  const session = useDeskState(state => state.session)
  const settings = useDeskState(state => state.info?.settings)
  useAppCommands(desk)
  useMainEvents(desk, registry)
  useEffect(() => {
    if (settings !== undefined) registry.rebind(settings.keys)
    const theme = settings?.theme ?? 'system'
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [registry, settings])
  useEffect(() => {
    registry.move({ screen, ...(screen === 'label' ? {} : { tasks: [], activeTask: null }) })
  }, [registry, screen])
  const labelling = screen === 'label' && session !== null
  return (
    <>
      <div className={classNames(styles.app, labelling && styles.labelling)} inert={overlay !== null}>
        <TopBar />
        {labelling ? <LabelScreen key={session.summary.folder} session={session} /> : <OtherScreen />}
        {!labelling && <AppStatusBar />}
      </div>
      {overlay === 'palette' && <CommandPalette />}
      {overlay === 'keys' && <KeySheet />}
      {overlay === 'problems' && session !== null && <ProblemSheet session={session} />}
    </>
  )
}

function OtherScreen() {
  const screen = useDeskState(state => state.screen)
  const session = useDeskState(state => state.session)
  if (screen === 'new') return <NewProjectScreen />
  if (screen === 'settings') return <SettingsScreen />
  if (screen === 'progress' && session !== null) return <ProgressScreen session={session} />
  if (screen === 'export' && session !== null) return <ExportScreen session={session} />
  if (screen === 'import' && session !== null) return <ImportScreen session={session} />
  return <HomeScreen />
}
