import { Command } from 'cmdk'
import { useState } from 'react'
import { Cap } from '../ui/Cap.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './CommandPalette.module.css'
import { useRegistry } from './commands/react.tsx'
import { useDesk, useDeskState } from './desk-context.tsx'
import { Overlay } from './Overlay.tsx'
import { matchOf } from './palette-match.ts'
import { SoughtItems } from './SoughtItems.tsx'

/** Every command with its key and where it acts. `#4214` goes to an item, `#` and other text to items that have it. */
export function CommandPalette() {
  const desk = useDesk()
  const registry = useRegistry()
  const session = useDeskState(state => state.session)
  const [query, setQuery] = useState(useDeskState(state => state.query))
  const close = () => desk.showOverlay(null)
  const sought = /^#\s*(.*)$/su.exec(query)?.[1]?.trim() ?? null

  const commands = registry.all.filter(
    command =>
      command.id !== 'app.palette' &&
      command.enabled?.() !== false &&
      !/\/(?:caret|extend)\./.test(command.id)
  )
  return (
    <Overlay name="palette" title="Commands" className={styles.palette}>
      <Command
        label="Commands"
        shouldFilter={sought === null}
        filter={(_, query, [title = '', also = ''] = []) => matchOf({ title, also }, query)}
        loop
      >
        <div className={styles.head}>
          <Icon name="search" className="faint" />
          <Command.Input
            autoFocus
            value={query}
            onValueChange={setQuery}
            placeholder="Command, or # and the number, id or text of an item"
            className={styles.input ?? ''}
          />
          <Cap keys="Escape" />
        </div>
        <Command.List className={styles.list ?? ''}>
          {sought !== null && session !== null && (
            <SoughtItems
              session={session}
              sought={sought}
              onChoose={position => {
                close()
                desk.show('label')
                void session.go(position)
              }}
            />
          )}
          {sought === null && (
            <Command.Empty className={styles.none ?? ''}>No command is called that.</Command.Empty>
          )}
          {sought === null &&
            commands.map(command => {
              const key = registry.keysOf(command)[0]
              return (
                <Command.Item
                  key={command.id}
                  value={command.id}
                  keywords={[command.title, `${command.group} ${command.also ?? ''}`]}
                  className={styles.row ?? ''}
                  onSelect={() => {
                    close()
                    // After the overlay has given the focus back.
                    setTimeout(() => registry.run(command.id))
                  }}
                >
                  {command.icon === undefined ? (
                    <span className={styles.noIcon} />
                  ) : (
                    <Icon name={command.icon} />
                  )}
                  <span className="grow cut">{command.title}</span>
                  <span className={styles.where}>{command.group}</span>
                  {key !== undefined && <Cap keys={key} />}
                </Command.Item>
              )
            })}
        </Command.List>
        <p className={styles.foot}>
          <Cap keys="ArrowUp" />
          <Cap keys="ArrowDown" /> choose <Cap keys="Enter" /> run
          <span className="grow" /># finds an item by number, id or text
        </p>
      </Command>
    </Overlay>
  )
}
