import { useEffect, useRef } from 'react'
import { Button } from '../../../renderer/ui/Button.tsx'
import { classNames } from '../../../renderer/ui/class-names.ts'
import { asItIs, useAdjustment } from './adjustment.ts'
import type { Props } from './boxes-state.ts'
import styles from './panels.module.css'

/** Brightness, contrast and inversion of what is seen. The file and the answer are not touched. */
export function AdjustPanel({ shared }: Props) {
  const [adjustment, setAdjustment] = useAdjustment(shared)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const slider = (name: string, value: number, set: (value: number) => void, ref?: typeof first) => (
    <label className={styles.slider}>
      <span>{name}</span>
      <input
        ref={ref}
        type="range"
        min={20}
        max={300}
        step={5}
        value={value}
        onChange={event => set(Number(event.target.value))}
      />
      <output>{value} %</output>
    </label>
  )
  return (
    <div
      className={classNames('float', styles.adjust)}
      data-over-canvas=""
      role="group"
      aria-label="Brightness and contrast"
      onKeyDown={event => {
        if (event.key.startsWith('Arrow')) event.stopPropagation()
        if (event.key !== 'Escape' && event.key !== 'i' && event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        shared.set('adjusting', false)
      }}
    >
      {slider(
        'Brightness',
        adjustment.brightness,
        brightness => setAdjustment({ ...adjustment, brightness }),
        first
      )}
      {slider('Contrast', adjustment.contrast, contrast => setAdjustment({ ...adjustment, contrast }))}
      <div className={styles.adjustEnd}>
        <label className={styles.inverted}>
          <input
            type="checkbox"
            checked={adjustment.inverted}
            onChange={event => setAdjustment({ ...adjustment, inverted: event.target.checked })}
          />
          Inverted
        </label>
        <span className="grow" />
        <Button small look="quiet" onClick={() => setAdjustment(asItIs)}>
          As it is
        </Button>
        <Button small onClick={() => shared.set('adjusting', false)}>
          Close
        </Button>
      </div>
      <p className={styles.adjustNote}>For viewing only; nothing of it is saved.</p>
    </div>
  )
}
