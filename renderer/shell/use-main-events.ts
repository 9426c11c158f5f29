import { useEffect } from 'react'
import { decodeAac } from '../state/decode-aac.ts'
import type { Desk } from '../state/desk.ts'
import type { CommandRegistry } from './commands/registry.ts'

/** What main says to the window: close, run a command of the menu, files changed, open a project. */
export function useMainEvents(desk: Desk, registry: CommandRegistry): void {
  useEffect(() => {
    const { client } = desk
    const stops = [
      client.on('window.closing', () => void desk.closing()),
      client.on('command.run', id => runFromMenu(registry, id)),
      client.on('labels.changed', changed => void desk.state.session?.reread(changed)),
      client.on('index.progress', news => desk.state.session?.grown(news)),
      client.on('queue.found', part => desk.state.session?.found(part)),
      client.on('sound.decode', ({ job, ...aac }) => {
        void decodeAac(aac).then(samples => client.call('sound.decoded', { job, samples }))
      }),
      client.on('project.requested', ({ folder }) => void desk.openProject(folder))
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [desk, registry])
}

/** The menu's Undo belongs to the text field while one is typed in. */
function runFromMenu(registry: CommandRegistry, id: string): void {
  const inField = registry.place.typing && (id === 'edit.undo' || id === 'edit.redo')
  if (inField) document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
  else registry.run(id)
}
