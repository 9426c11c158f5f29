import { useMemo, useState } from 'react'
import { noSound } from '../../../labelers/test/no-sound.ts'
import type { ViewProps } from '../../../labelers/kit/view.ts'
import { keys } from '../../../labelers/image-boxes/keys.ts'
import { reduce } from '../../../labelers/image-boxes/reduce.ts'
import type { Answer, Command, Config } from '../../../labelers/image-boxes/schema.ts'
import { imageBoxesViews } from '../../../labelers/image-boxes/view/index.ts'
import type { Item } from '../../../schemas/item.ts'
import { sharedState } from '../../../labelers/kit/view/test/shared-state.ts'

export interface DeskProps {
  readonly config: Config
  readonly item: Item
  readonly ahead: readonly Item[]
  readonly initial: Answer
}

/** Just enough of a label screen for the views of an image: one task, no keys, no saving. */
export function Desk({ config, item, ahead, initial }: DeskProps) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(() => new Map([[item.id, initial]]))
  const [shared] = useState(() => {
    const made = sharedState()
    made.set('tool', 'select')
    return made
  })
  const caps = useMemo(() => new Map(keys(config).map(binding => [binding.id, binding.keys[0]])), [config])
  const scope = useMemo(
    () => ({ active: true, take: () => undefined, capOf: (id: string) => caps.get(id), acts: () => true }),
    [caps]
  )
  const [fixed] = useState(() => ({
    task: {
      id: 'objects',
      title: 'Objects',
      labeler: 'image-boxes',
      labelerVersion: 1,
      field: 'image',
      config
    },
    readOnly: false,
    onKey: () => () => undefined,
    toast: () => undefined,
    mediaUrl: (path: string) => path,
    sound: noSound,
    previousAnswer: () => Promise.resolve(null)
  }))
  const answer = answers.get(item.id) ?? { image: null, shapes: [] }
  const dispatch = (command: Command) =>
    setAnswers(before => {
      const context = { config, item, field: 'image', required: false }
      return new Map(before).set(item.id, reduce(before.get(item.id) ?? answer, command, context))
    })
  const props: ViewProps<Config, Answer, Command> = {
    ...fixed,
    config,
    item,
    answer,
    scope,
    shared,
    dispatch,
    ahead
  }
  const { Palette, Item: Image, About, Answer: Shapes } = imageBoxesViews
  return (
    <div className="desk">
      <main>
        {Palette !== undefined && <Palette {...props} />}
        {Image !== undefined && <Image {...props} />}
        {About !== undefined && <About {...props} />}
      </main>
      <aside>
        <Shapes {...props} />
      </aside>
    </div>
  )
}
