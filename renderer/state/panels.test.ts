import { expect, it } from 'vitest'
import { isShown, type PanelName, Panels } from './panels.ts'

function storageOf(entries: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(entries))
  return {
    get length() {
      return map.size
    },
    clear: () => map.clear(),
    key: place => [...map.keys()][place] ?? null,
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key)
  }
}

const seen = (panels: Panels, narrow: boolean) =>
  (['queue', 'side'] as PanelName[])
    .filter(name => isShown(name, panels.store.getState()[name], narrow))
    .join()

it('hides the queue first in a narrow window, and what was toggled stays so', () => {
  const storage = storageOf()
  const panels = new Panels('p', storage, () => true)
  const fresh = [seen(panels, false), seen(panels, true)]
  panels.toggle('queue')
  const asked = seen(panels, true)
  panels.toggle('side')
  expect({ fresh, asked, next: seen(new Panels('p', storage, () => true), true) }).toEqual({
    fresh: ['queue,side', 'side'],
    asked: 'queue,side',
    next: 'queue'
  })
})

it('leaves a panel to the size of the window again when it is toggled back', () => {
  const panels = new Panels('p', storageOf(), () => false)
  panels.toggle('queue')
  const hidden = seen(panels, false)
  panels.toggle('queue')
  expect([hidden, seen(panels, false), seen(panels, true)]).toEqual(['side', 'queue,side', 'side'])
})

it('remembers widths within bounds, and takes nonsense in the storage as nothing', () => {
  const storage = storageOf({ 'goldset.panels.q': '{"queue":{"width":1e9,"hidden":"no"},"side":7}' })
  const panels = new Panels('p', storage, () => false)
  panels.resize('queue', 10)
  panels.resize('side', 412.4)
  const widths = (id: string) => {
    const { queue, side } = new Panels(id, storage, () => false).store.getState()
    return [queue.width, queue.hidden, side.width]
  }
  expect([widths('p'), widths('q')]).toEqual([
    [160, null, 412],
    [null, null, null]
  ])
})
