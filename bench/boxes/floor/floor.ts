import { benchBoxes, type BenchBox, colours, frames, IMAGE, imageUrl, painted } from '../page.ts'
import { fittedView, followPointer } from '../plain-view.ts'

/** The least that shows boxes on an image: an `<img>` moved by CSS, and one canvas over it with two calls for each box. */
const host = document.querySelector('#host') as HTMLElement
const canvas = document.querySelector('canvas') as HTMLCanvasElement
const active = document.querySelector('#active') as HTMLElement
const context = canvas.getContext('2d') as CanvasRenderingContext2D
let image = document.querySelector('img') as HTMLImageElement
let view = fittedView()
let boxes: readonly BenchBox[] = []
let labelled = false
let asked = false
let lifted: { x: number; y: number } | undefined

function draw(): void {
  asked = false
  image.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.lineWidth = 2
  for (const { x, y, width, height, label } of lifted === undefined ? boxes : boxes.slice(0, -1)) {
    const [left, top] = [x * view.scale + view.x, y * view.scale + view.y]
    const colour = colours[label] ?? ''
    context.fillStyle = `${colour}20`
    context.strokeStyle = colour
    context.fillRect(left, top, width * view.scale, height * view.scale)
    context.strokeRect(left, top, width * view.scale, height * view.scale)
    if (!labelled) continue
    context.fillStyle = '#141517'
    context.fillRect(left, top - 20, 60, 18)
    context.fillStyle = '#ffffff'
    context.fillText(`Label ${label}`, left + 4, top - 7)
  }
}

const change = () => {
  if (asked) return
  asked = true
  requestAnimationFrame(draw)
}

/** The last box on the screen. */
function held(): { left: number; top: number; side: number } {
  const { x, y, width } = boxes.at(-1) ?? { x: 0, y: 0, width: 0 }
  return { left: x * view.scale + view.x, top: y * view.scale + view.y, side: width * view.scale }
}

followPointer(host, () => view, change)
host.addEventListener('pointerdown', event => {
  if (event.button !== 0) return
  const { left, top, side } = held()
  lifted = { x: event.clientX - left, y: event.clientY - top }
  Object.assign(active.style, { width: `${side}px`, height: `${side}px`, display: 'block' })
  change()
})
host.addEventListener('pointermove', event => {
  if (lifted !== undefined)
    active.style.transform = `translate(${event.clientX - lifted.x}px, ${event.clientY - lifted.y}px)`
})
host.addEventListener('pointerup', () => {
  lifted = undefined
  active.style.display = 'none'
  change()
})

let number = 0
let prepared: HTMLImageElement | undefined
const prepare = async () => {
  const next = new Image()
  next.src = imageUrl((number + 1) % 6)
  await next.decode()
  prepared = next
}

window.boxes = {
  async open(count, withLabels) {
    boxes = []
    labelled = withLabels
    view = fittedView()
    canvas.width = innerWidth
    canvas.height = innerHeight
    draw()
    await image.decode()
    await painted()
    const made = benchBoxes(count)
    const from = performance.now()
    boxes = made
    draw()
    await painted()
    return performance.now() - from
  },
  box() {
    const { left, top, side } = held()
    return [left + side / 2, top + side / 2]
  },
  ...frames(),
  async next() {
    await prepare()
    await new Promise(resolve => setTimeout(resolve, 200))
    const from = performance.now()
    if (prepared !== undefined) {
      prepared.width = IMAGE.width
      image.replaceWith(prepared)
      image = prepared
    }
    number++
    draw()
    await painted()
    return performance.now() - from
  }
}
