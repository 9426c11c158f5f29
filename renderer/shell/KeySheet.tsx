import { Cap } from '../ui/Cap.tsx'
import type { Command } from './commands/command.ts'
import { useLiveRegistry } from './commands/react.tsx'
import styles from './KeySheet.module.css'
import { sheetRows } from './sheet-rows.ts'
import { Overlay } from './Overlay.tsx'

/** Only what acts in this place, by group, and last what acts in a part of it. */
export function KeySheet() {
  const registry = useLiveRegistry()
  const groups = new Map<string, { command: Command; keys: readonly string[] }[]>()
  for (const entry of [...registry.inPlace(), ...registry.inParts()]) {
    const group = groups.get(entry.command.group)
    if (group === undefined) groups.set(entry.command.group, [entry])
    else group.push(entry)
  }
  return (
    <Overlay name="keys" title="Keys that act here" className={styles.sheet}>
      <header className={styles.head}>
        <h2>Keys that act here</h2>
        <span className="grow" />
        <Cap keys="Escape" />
      </header>
      <div className={styles.groups} tabIndex={0}>
        {[...groups].map(([name, entries]) => (
          <section key={name} className={styles.group}>
            <h3>{name}</h3>
            {sheetRows(entries.map(({ command, keys }) => ({ ...command, keys }))).map(
              ({ id, title, keys }) => (
                <p key={id}>
                  <span className="grow cut" title={title}>
                    {title}
                  </span>
                  {keys.map(key => (
                    <Cap key={key} keys={key} />
                  ))}
                </p>
              )
            )}
          </section>
        ))}
      </div>
    </Overlay>
  )
}
