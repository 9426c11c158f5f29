import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore
} from 'react'
import { Note } from '../../../renderer/ui/Note.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { useLooks } from '../../kit/view/use-looks.ts'
import { AdjustPanel } from './AdjustPanel.tsx'
import { filterOf, useAdjustment } from './adjustment.ts'
import { type Props, useBoxesState } from './boxes-state.ts'
import styles from './canvas.module.css'
import { Drawing, type Ground } from './drawing.ts'
import { Minimap } from './Minimap.tsx'
import { extentOfAll } from './outline.ts'
import { said } from './said.ts'
import { Surface } from './surface.ts'
import { Tools } from './Tools.tsx'
import { useCopyKeys } from './use-copy-keys.ts'
import { useLatest } from '../../kit/view/use-latest.ts'
import { usePicture } from './use-picture.ts'
import { usePointer } from './use-pointer.ts'
import { useShapeKeys } from './use-shape-keys.ts'
import { useToolKeys } from './use-tool-keys.ts'
import { useHeldSpace, useViewKeys } from './use-view-keys.ts'
import { useWheel } from './use-wheel.ts'
import { closeUp, revealing } from './view-transform.ts'
import { ZoomBar } from './ZoomBar.tsx'

/** The image with its shapes: draw them, take them, move, size and label them. */
export function ItemView(props: Props) {
  const { item, shared } = props
  const state = useBoxesState(props)
  const looks = useLooks(props)
  const lookOf = useMemo(() => {
    const open = { color: 0, badge: '?', name: 'No label yet' }
    return (label: string | null) => (label === null ? open : looks(label))
  }, [looks])
  const stage = useRef<HTMLDivElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const crosshair = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLSpanElement>(null)
  const [canvas, setCanvas] = useState<HTMLDivElement | null>(null)
  const [surface, setSurface] = useState<Surface>()
  const [focused, setFocused] = useState(false)
  const [adjustment] = useAdjustment(shared)
  const [adjusting] = shared.use('adjusting', false)
  const [showsMinimap] = shared.use('minimap', true)
  const [showsCrosshair] = shared.use('crosshair', true)
  const picture = usePicture(props, holder)
  const size = picture.size

  // What cannot be seen cannot be drawn on, by keys either.
  const isShown = size !== undefined && picture.problem === undefined
  const latest = useLatest({ props, state, surface, isShown })
  const getSurface = useCallback(() => latest.current.surface, [latest])
  const ground = useCallback((): Ground | undefined => {
    const { props, state, surface, isShown } = latest.current
    return surface === undefined || !isShown ? undefined : { props, state, surface }
  }, [latest])
  const [drawing] = useState(() => new Drawing(ground))
  const phase = useSyncExternalStore(drawing.subscribe, () => drawing.phase)

  useLayoutEffect(() => {
    const parts = [stage.current, holder.current, crosshair.current, reading.current] as const
    const [onStage, picture, lines, read] = parts
    if (canvas === null || onStage === null || picture === null || lines === null || read === null) return
    const made = new Surface({ canvas, stage: onStage, picture, crosshair: lines, reading: read })
    setSurface(made)
    return () => made.destroy()
  }, [canvas])

  const { width, height } = size ?? { width: 0, height: 0 }
  useLayoutEffect(() => {
    if (width > 0) surface?.showImage({ width, height })
  }, [surface, item.id, width, height])
  useLayoutEffect(() => drawing.cancel(), [drawing, item.id])

  // What is dragged is drawn by the gesture; everything else rests. While only a selection changes nothing is drawn anew.
  const lifted = drawing.lifted.join(' ')
  const resting = useMemo(() => {
    if (width === 0 || picture.problem !== undefined) return []
    const ids = new Set(lifted === '' ? [] : lifted.split(' '))
    return ids.size === 0 ? state.visible : state.visible.filter(shape => !ids.has(shape.id))
  }, [state.visible, lifted, width, picture.problem])
  useLayoutEffect(() => surface?.showShapes(resting, lookOf), [surface, resting, lookOf])
  useLayoutEffect(() => drawing.show())

  const { selected, selection, attributes } = state
  useEffect(() => {
    const part = extentOfAll(selected)
    if (surface === undefined || part === undefined || selection.pointed === true) return
    const { view, image, canvas } = surface
    const next = attributes ? closeUp(part, image, canvas) : revealing(view, part, image, canvas)
    if (next !== view) surface.moveTo(next)
    // Follows the selection, not every change of what is selected.
  }, [surface, selection, attributes])

  const spaceHeld = useHeldSpace(props, canvas)
  usePointer(canvas, ground, drawing, spaceHeld)
  useWheel(canvas, ground)
  useToolKeys(props, state, drawing, phase)
  useShapeKeys(props, state, drawing, phase, focused)
  useCopyKeys(props, state)
  useViewKeys(props, state, getSurface)

  // Keys that go to the browser, such as Tab, begin here and not at the top of the window.
  useEffect(() => {
    if (document.activeElement === document.body) canvas?.focus({ preventScroll: true })
  }, [canvas, item.id, adjusting, attributes])

  return (
    <div className={styles.work}>
      <Tools {...props} />
      <div
        ref={setCanvas}
        className={styles.canvas}
        role="group"
        aria-label={`Image ${item.id}`}
        tabIndex={0}
        data-tool={state.tool}
        data-read-only={props.readOnly}
        aria-busy={picture.isLoading}
        onFocus={event => setFocused(event.target === event.currentTarget)}
        onBlur={() => setFocused(false)}
      >
        <div ref={holder} className={styles.picture} style={{ filter: filterOf(adjustment) }} />
        <div ref={stage} className={styles.stage} />
        <div
          ref={crosshair}
          className={classNames(styles.crosshair, !showsCrosshair && phase !== 'cursor' && styles.off)}
          hidden
        >
          <span ref={reading} />
        </div>
        {picture.problem !== undefined && (
          <div className={styles.message} data-over-canvas="">
            <Note look="bad">{picture.problem} Nothing can be drawn until it can be shown.</Note>
          </div>
        )}
        {surface !== undefined && picture.problem === undefined && (
          <div className={styles.corner} data-over-canvas="">
            <ZoomBar surface={surface} scope={props.scope} />
            {showsMinimap && <Minimap surface={surface} url={picture.url} shapes={state.visible} />}
          </div>
        )}
        {adjusting && <AdjustPanel {...props} />}
        <span className="said" role="status">
          {said(state, lookOf)}
        </span>
      </div>
    </div>
  )
}
