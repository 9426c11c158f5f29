import { useState } from 'react'
import { type Settings, type Theme, themes } from '../../../electron/api/contract.ts'
import type { Problem } from '../../../schemas/schema.ts'
import { CommandCap, useCommands } from '../../shell/commands/react.tsx'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import page from '../page.module.css'
import { KeyList } from './KeyList.tsx'

const themeNames: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' }

/** Who labels, how it looks, which keys. Everything is kept at once. */
export function SettingsScreen() {
  const desk = useDesk()
  const settings = useDeskState(state => state.info?.settings)
  useCommands([
    {
      id: 'settings.leave',
      title: 'Back',
      group: 'Settings',
      scope: 'settings',
      keys: ['Escape'],
      run: () => desk.back()
    }
  ])
  return <main className={page.page}>{settings !== undefined && <Sections settings={settings} />}</main>
}

function Sections({ settings }: { settings: Settings }) {
  const desk = useDesk()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const save = async (change: Partial<Settings>) =>
    setProblems(await desk.saveSettings({ ...settings, ...change }))
  return (
    <div className={page.column}>
      <h1>Settings</h1>
      <ProblemList title="Not kept." problems={problems} />
      <section className={page.section}>
        <h2>Who is labelling</h2>
        <Annotator annotator={settings.annotator} onSave={annotator => void save({ annotator })} />
      </section>
      <section className={page.section}>
        <h2>Look</h2>
        <div className={page.options} role="radiogroup" aria-label="Theme">
          {themes.map(theme => (
            <label key={theme} className={page.option}>
              <input
                type="radio"
                name="theme"
                checked={settings.theme === theme}
                onChange={() => void save({ theme })}
              />
              <span>{themeNames[theme]}</span>
            </label>
          ))}
        </div>
      </section>
      <KeyList keys={settings.keys} onSave={keys => void save({ keys })} />
      <div className={page.acts}>
        <Button onClick={() => desk.back()}>
          Back <CommandCap id="settings.leave" />
        </Button>
      </div>
    </div>
  )
}

function Annotator({ annotator, onSave }: { annotator: string; onSave: (id: string) => void }) {
  const [id, setId] = useState(annotator)
  const fits = /^[a-z0-9][a-z0-9_-]{0,31}$/.test(id)
  const changed = id !== annotator
  return (
    <form
      className={page.pair}
      onSubmit={event => {
        event.preventDefault()
        if (fits && changed) onSave(id)
      }}
    >
      <label htmlFor="annotator">Annotator id</label>
      <div className={page.stack}>
        <Field
          id="annotator"
          value={id}
          maxLength={32}
          problem={fits ? undefined : 'Small letters, digits, - and _, beginning with a letter or digit.'}
          onChange={event => setId(event.target.value)}
          after={
            changed && fits ? (
              <Button small look="link" type="submit">
                Keep
              </Button>
            ) : undefined
          }
        />
        <span className="faint">
          Your answers are kept in <span className="mono">labels/{annotator}/</span> of each project. A
          project that is open takes a new id when it is opened again.
        </span>
      </div>
    </form>
  )
}
