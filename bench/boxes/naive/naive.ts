import Konva from 'konva'
import { benchBoxes, colours, frames, imageUrl, painted } from '../page.ts'
import { fittedView, followPointer } from '../plain-view.ts'

/** What the examples of Konva lead to: image and boxes as nodes of one layer, each box listening and draggable. */
const host = document.querySelector('#host') as HTMLDivElement
const photo = new Image()
photo.src = imageUrl(0)
let stage: Konva.Stage | undefined
let view = fittedView()
let last: Konva.Rect | undefined

followPointer(
  host,
  () => view,
  () => {
    stage?.position({ x: view.x, y: view.y })
    stage?.scale({ x: view.scale, y: view.scale })
  }
)

window.boxes = {
  async open(count) {
    await photo.decode()
    stage?.destroy()
    view = fittedView()
    await painted()
    const made = benchBoxes(count)
    const from = performance.now()
    stage = new Konva.Stage({
      container: host,
      width: innerWidth,
      height: innerHeight,
      x: view.x,
      y: view.y,
      scaleX: view.scale,
      scaleY: view.scale
    })
    const layer = new Konva.Layer()
    stage.add(layer)
    layer.add(new Konva.Image({ image: photo }))
    for (const { x, y, width, height, label } of made) {
      const colour = colours[label] ?? ''
      last = new Konva.Rect({
        x,
        y,
        width,
        height,
        stroke: colour,
        fill: `${colour}20`,
        strokeWidth: 2,
        strokeScaleEnabled: false,
        draggable: true
      })
      layer.add(last)
    }
    await painted()
    return performance.now() - from
  },
  box() {
    const { x, y, width } = last?.getClientRect() ?? { x: 0, y: 0, width: 0 }
    return [x + width / 2, y + width / 2]
  },
  ...frames(),
  next: () => Promise.resolve(NaN)
}
