import { useState } from 'react'
import { CommandCap, useCommands, useRegistry } from '../../shell/commands/react.tsx'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { ProblemList } from '../../shell/ProblemList.tsx'
import { Cap } from '../../ui/Cap.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { DropTarget } from './DropTarget.tsx'
import styles from './HomeScreen.module.css'
import { homeCommands } from './home-keys.ts'
import { RecentRow } from './RecentRow.tsx'
import { Samples } from './Samples.tsx'
import { Templates } from './Templates.tsx'

/** A list to go on with, ways to begin, one target for a folder. */
export function HomeScreen() {
  const desk = useDesk()
  const info = useDeskState(state => state.info)
  const problems = useDeskState(state => state.problems)
  const recents = info?.recents ?? []
  const [chosen, setChosen] = useState(0)
  const open = (place: number) => {
    const recent = recents[place]
    if (recent === undefined) return
    if (recent.gone) void desk.pickFolder()
    else void desk.openProject(recent.folder)
  }
  const move = (by: number) => setChosen(place => Math.max(0, Math.min(recents.length - 1, place + by)))
  useCommands(homeCommands({ any: () => recents.length > 0, move, open: () => open(chosen) }))
  if (info === null) return <main className={styles.home} aria-busy="true" />
  return (
    <main className={styles.home}>
      <div className={styles.columns}>
        <section className={styles.column}>
          <header className={styles.head}>
            <h2>Start</h2>
          </header>
          <div className={styles.starts}>
            <Start
              icon="folder"
              command="app.openFolder"
              title="Open a folder"
              about="a project, or data to make one"
            />
            <Start
              icon="plus"
              command="app.newProject"
              title="New project"
              about="a template, then your data"
            />
          </div>
          <ProblemList problems={problems} />
          <header className={styles.head}>
            <h2>Recent</h2>
            <span className="grow" />
            {recents.length > 0 && (
              <>
                <Cap keys="ArrowUp" />
                <Cap keys="ArrowDown" />
                <Cap keys="Enter" />
              </>
            )}
          </header>
          {recents.length === 0 && (
            <p className={styles.none}>
              Nothing yet. Projects you open are listed here, with how far you are. A sample opens with one
              click.
            </p>
          )}
          <ul className={styles.recents}>
            {recents.map((recent, place) => (
              <RecentRow
                key={recent.folder}
                recent={recent}
                home={info.home}
                current={place === chosen}
                onOpen={() => open(place)}
                onRemove={() => void desk.removeRecent(recent.folder)}
              />
            ))}
          </ul>
          <DropTarget />
        </section>
        <section className={styles.column}>
          <Templates templates={info.templates} />
          <Samples samples={info.samples} />
        </section>
      </div>
    </main>
  )
}

interface StartProps {
  readonly icon: IconName
  readonly command: string
  readonly title: string
  readonly about: string
}

function Start({ icon, command, title, about }: StartProps) {
  const registry = useRegistry()
  return (
    <button className={styles.start} onClick={() => registry.run(command)}>
      <Icon name={icon} className={styles.startIcon} />
      <span className={styles.two}>
        <b>{title}</b>
        <span>{about}</span>
      </span>
      <CommandCap id={command} />
    </button>
  )
}
