import type { Picture } from './picture.ts'

/**
 * Puts a picture on a canvas of its size: how strong a frequency is, is how opaque its pixel is, so that any ink may be
 * used on any ground. The ink is a colour as a computed style has it.
 */
export function paint(canvas: HTMLCanvasElement, { columns, rows, levels }: Picture, ink: string): void {
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (context === null) return
  const image = context.createImageData(columns, rows)
  for (let at = 0; at < levels.length; at++) image.data[at * 4 + 3] = levels[at]!
  context.putImageData(image, 0, 0)
  paintAnew(canvas, ink)
}

/** The same picture in another ink. */
export function paintAnew(canvas: HTMLCanvasElement, ink: string): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = ink
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.globalCompositeOperation = 'source-over'
}
