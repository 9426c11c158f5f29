import { useMemo, useState } from 'react'
import { noSound } from '../../../labelers/test/no-sound.ts'
import type { KeyBinding } from '../../../labelers/kit/labeler.ts'
import type { SharedState } from '../../../labelers/kit/view.ts'
import { keys } from '../../../labelers/text-entities/keys.ts'
import { reduce } from '../../../labelers/text-entities/reduce.ts'
import type { Answer, Command, Config } from '../../../labelers/text-entities/schema.ts'
import { textEntitiesViews } from '../../../labelers/text-entities/view/index.ts'
import type { Item } from '../../../schemas/item.ts'
import type { Task } from '../../../schemas/project.ts'
import { sharedState } from '../../../labelers/kit/view/test/shared-state.ts'

type Handlers = Readonly<Record<string, (binding: KeyBinding<Command>) => void>>

/** Just enough of a label screen for the views of a text: one task, one item, no saving. */
export interface DeskProps {
  readonly config: Config
  readonly item: Item
  readonly initial: Answer
  /** Called with a function that presses a binding by id, as the shell would. */
  readonly onReady: (press: (binding: string) => boolean, shared: SharedState) => void
}

const task: Task = {
  id: 'entities',
  title: 'Entities',
  labeler: 'text-entities',
  labelerVersion: 1,
  field: 'text',
  config: {}
}

export function Desk({ config, item, initial, onReady }: DeskProps) {
  const [answer, setAnswer] = useState(initial)
  const [desk] = useState(() => {
    const shared = sharedState()
    const handlers = new Set<Handlers>()
    const press = (id: string) => {
      const found = [...handlers].findLast(each => Object.hasOwn(each, id))
      const binding = keys(config).find(each => each.id === id)
      if (found === undefined || binding === undefined) return false
      found[id]?.(binding)
      return true
    }
    onReady(press, shared)
    return {
      shared,
      onKey: (added: Handlers) => {
        handlers.add(added)
        return () => void handlers.delete(added)
      }
    }
  })
  const caps = useMemo(() => new Map(keys(config).map(binding => [binding.id, binding.keys[0]])), [config])
  const scope = useMemo(
    () => ({ active: true, take: () => undefined, capOf: (id: string) => caps.get(id), acts: () => true }),
    [caps]
  )
  const dispatch = useMemo(
    () => (command: Command) =>
      setAnswer(before => reduce(before, command, { config, item, field: 'text', required: false })),
    [config, item]
  )
  const props = {
    task,
    config,
    item,
    answer,
    readOnly: false,
    scope,
    dispatch,
    ...desk,
    toast: () => undefined,
    mediaUrl: (path: string) => path,
    sound: noSound,
    previousAnswer: () => Promise.resolve(null),
    ahead: []
  }
  const { Palette, Item: Text, About, Answer: Regions, headline } = textEntitiesViews
  const { count, note } = headline(config, answer)
  return (
    <div className="desk">
      <main>
        {Palette !== undefined && <Palette {...props} />}
        {Text !== undefined && <Text {...props} />}
        {About !== undefined && <About {...props} />}
      </main>
      <aside>
        <header>
          <b>Entities</b> <span className="faint">{count}</span> <span className="grow" />
          <span className="faint">{note}</span>
        </header>
        <Regions {...props} />
      </aside>
    </div>
  )
}
