import { Button } from '../../ui/Button.tsx'
import type { Command } from '../../shell/commands/command.ts'
import { useLiveRegistry } from '../../shell/commands/react.tsx'
import page from '../page.module.css'
import { KeyRow } from './KeyRow.tsx'
import styles from './KeyList.module.css'
import { knownCommands } from './known-commands.ts'

type Keys = Readonly<Record<string, string[]>>

/** Every command with its keys, to be changed one by one. */
export function KeyList({ keys, onSave }: { keys: Keys; onSave: (keys: Record<string, string[]>) => void }) {
  const registry = useLiveRegistry()
  const groups = new Map<string, Command[]>()
  for (const command of knownCommands(registry)) {
    const group = groups.get(command.group)
    if (group === undefined) groups.set(command.group, [command])
    else group.push(command)
  }
  const change = (changes: readonly (readonly [string, string[] | null])[]) => {
    const next = new Map(Object.entries(keys))
    for (const [id, value] of changes) {
      if (value === null) next.delete(id)
      else next.set(id, value)
    }
    onSave(Object.fromEntries(next))
  }
  const rebound = Object.keys(keys).length
  return (
    <section className={page.section}>
      <h2>
        Keys <span>keys of labels come from each project&apos;s schema</span>
      </h2>
      {[...groups].map(([group, commands]) => (
        <div key={group} className={styles.group}>
          <h3>{group}</h3>
          {commands.map(command => (
            <KeyRow key={command.id} command={command} onChange={change} />
          ))}
        </div>
      ))}
      <div className={page.acts}>
        <Button look={rebound === 0 ? 'wait' : 'plain'} onClick={() => rebound > 0 && onSave({})}>
          Restore all keys
        </Button>
        {rebound === 0 && <span className="faint">No key is changed.</span>}
      </div>
    </section>
  )
}
