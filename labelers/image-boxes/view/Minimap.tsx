import { type PointerEvent, useEffect, useRef, useSyncExternalStore } from 'react'
import { classNames } from '../../../renderer/ui/class-names.ts'
import type { Shape } from '../schema.ts'
import { extentOf } from '../geometry.ts'
import styles from './panels.module.css'
import type { Surface } from './surface.ts'
import { centred, inSight } from './view-transform.ts'

/** CSS pixels of its longer side. */
const LONG = 160

interface MinimapProps {
  readonly surface: Surface
  readonly url: string
  readonly shapes: readonly Shape[]
}

/** The whole image, small, with what is seen of it, while not all of it is seen. A click or a drag goes there. */
export function Minimap({ surface, url, shapes }: MinimapProps) {
  const view = useSyncExternalStore(surface.subscribe, () => surface.view)
  const drawn = useRef<HTMLCanvasElement>(null)
  const { image, canvas } = surface
  const { left, top, right, bottom } = inSight(view, canvas)
  const scale = LONG / Math.max(image.width, image.height)
  const isShown = left > 0.5 || top > 0.5 || right < image.width - 0.5 || bottom < image.height - 0.5
  const size = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) }

  useEffect(() => {
    const context = drawn.current?.getContext('2d')
    if (context === null || context === undefined || !isShown) return
    const ratio = window.devicePixelRatio
    context.canvas.width = size.width * ratio
    context.canvas.height = size.height * ratio
    context.scale(ratio, ratio)
    context.strokeStyle = 'rgb(255 255 255 / 0.85)'
    for (const shape of shapes.slice(0, 2000)) {
      const bounds = extentOf(shape)
      context.strokeRect(
        bounds.left * scale,
        bounds.top * scale,
        Math.max((bounds.right - bounds.left) * scale, 1),
        Math.max((bounds.bottom - bounds.top) * scale, 1)
      )
    }
  }, [shapes, isShown, scale, size.width, size.height])

  if (!isShown) return null
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const place = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale] as const
    surface.moveTo(centred(image, canvas, view.scale, place))
  }
  const within = (at: number, length: number) => Math.min(Math.max(at, 0), length) * scale
  return (
    <div className={classNames('float', styles.minimap)}>
      <div
        className={styles.small}
        style={size}
        onPointerDown={event => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      >
        <img src={url} alt="" draggable={false} />
        <canvas ref={drawn} />
        <i
          style={{
            left: within(left, image.width),
            top: within(top, image.height),
            width: within(right, image.width) - within(left, image.width),
            height: within(bottom, image.height) - within(top, image.height)
          }}
        />
      </div>
    </div>
  )
}
