import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { Answer, Config } from '../../../labelers/image-boxes/schema.ts'
import '../../../renderer/theme/base.css'
import type { Item } from '../../../schemas/item.ts'
import '../../desk/desk.css'
import { benchBoxes, colours, frames, IMAGE, imageUrl, painted } from '../page.ts'
import { Desk } from './desk.tsx'

/** The views of an image as the label screen shows them: palette, canvas, list of shapes. */
const config: Config = {
  labels: colours.map((_, place) => ({ id: `l${place}`, name: `Label ${place}`, exportIndex: place })),
  shapes: ['box'],
  minSize: 3,
  attributes: []
}
const host = document.querySelector('#root') as HTMLElement
let root: Root | undefined
let opened = 0
let number = 0

const itemOf = (image: number): Item => ({
  id: `${opened}-${image}`,
  source: '',
  fingerprint: '',
  fields: { image: imageUrl(image % 6) },
  meta: {},
  media: { image: IMAGE }
})

function show(initial: Answer): void {
  const item = itemOf(number)
  const ahead = [itemOf(number + 1)]
  flushSync(() => root?.render(<Desk config={config} item={item} ahead={ahead} initial={initial} />))
}

window.boxes = {
  async open(count) {
    root?.unmount()
    opened++
    number = 0
    const first = new Image()
    first.src = imageUrl(0)
    await first.decode()
    const answer: Answer = {
      image: IMAGE,
      shapes: benchBoxes(count).map(({ label, ...frame }, at) => ({
        id: `b${at + 1}`,
        kind: 'box',
        label: `l${label}`,
        ...frame
      }))
    }
    await painted()
    const from = performance.now()
    root = createRoot(host)
    show(answer)
    await painted()
    return performance.now() - from
  },
  box() {
    const image = document.querySelector('main img')?.getBoundingClientRect() ?? new DOMRect()
    const scale = image.width / IMAGE.width
    return [image.left + 2000 * scale, image.top + 1500 * scale]
  },
  ...frames(),
  async next() {
    // The views decode what is ahead by themselves.
    await new Promise(resolve => setTimeout(resolve, 1000))
    const from = performance.now()
    number++
    show({ image: IMAGE, shapes: [] })
    await painted()
    return performance.now() - from
  }
}
