import type { Look } from '../../kit/view/looks.ts'
import { INK, labelColour, PLATE, PLATE_TEXT, WHITE } from './colours.ts'
import { TAG_HEIGHT } from './tag-place.ts'

const LONGEST = 180
const BADGE = 16
const FONT = 'system-ui, -apple-system, "Segoe UI", sans-serif'

/** Pictures of tags, each painted once: a thousand words drawn letter by letter would cost every frame. */
export class Tags {
  readonly #painted = new Map<string | null, ImageBitmap>()
  #ratio = 1
  #looks: ((label: string | null) => Look) | undefined

  /** The picture of a label's tag, at the resolution of the screen, and its width in CSS pixels. */
  of(
    label: string | null,
    looks: (label: string | null) => Look
  ): { readonly picture: ImageBitmap; readonly width: number } {
    const ratio = window.devicePixelRatio
    if (looks !== this.#looks || ratio !== this.#ratio) this.#painted.clear()
    this.#looks = looks
    this.#ratio = ratio
    let picture = this.#painted.get(label)
    if (picture === undefined)
      this.#painted.set(label, (picture = paint(looks(label), label === null, ratio)))
    return { picture, width: picture.width / ratio }
  }
}

/** A bitmap, because drawing from a canvas takes a copy of it each time. */
function paint(look: Look, open: boolean, ratio: number): ImageBitmap {
  const picture = new OffscreenCanvas(1, 1)
  const context = picture.getContext('2d')
  if (context === null) throw new Error('The window has no canvas to draw on.')
  context.font = `500 11px ${FONT}`
  const name = cut(look.name, text => context.measureText(text).width)
  const badge = Math.max(BADGE, look.badge.length > 1 ? 22 : 0)
  const width = Math.ceil(badge + 4 + context.measureText(name).width + 5)
  picture.width = Math.ceil(width * ratio)
  picture.height = Math.ceil(TAG_HEIGHT * ratio)
  context.scale(ratio, ratio)
  context.fillStyle = PLATE
  context.fillRect(0, 0, width, TAG_HEIGHT)
  if (!open) {
    context.fillStyle = labelColour(look.color)
    context.fillRect(0, 0, badge, TAG_HEIGHT)
  }
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  context.font = `700 10.5px ${FONT}`
  context.fillStyle = open ? WHITE : INK
  context.fillText(look.badge, badge / 2, TAG_HEIGHT / 2 + 0.5)
  context.textAlign = 'left'
  context.font = `500 11px ${FONT}`
  context.fillStyle = PLATE_TEXT
  context.fillText(name, badge + 4, TAG_HEIGHT / 2 + 0.5)
  return picture.transferToImageBitmap()
}

/** A long name cut at its end, between characters. */
function cut(name: string, measure: (text: string) => number): string {
  if (measure(name) <= LONGEST) return name
  const characters = [...name].slice(0, 80)
  while (characters.length > 1 && measure(`${characters.join('')}…`) > LONGEST) characters.pop()
  return `${characters.join('')}…`
}
