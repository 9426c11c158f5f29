import { Button } from '../../../renderer/ui/Button.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import styles from './tools.module.css'
import type { Mode, Props, TranscriptState } from './transcript-state.ts'
import { ZOOM_STEP } from './time-window.ts'
import { zoomBy } from './use-view-keys.ts'
import type { Playback } from './playback.ts'
import type { WaveWindow } from './wave-window.ts'

interface ToolsProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
  readonly window: WaveWindow
  readonly speaks: boolean
}

/** Seconds that playing goes back after a pause. */
const rewinds = [0, 0.5, 1, 2] as const

const modeNames: Readonly<Record<Mode, string>> = {
  segment: 'Segment',
  transcribe: 'Transcribe',
  whole: 'Whole text'
}

/** Above the recording: what is being done, and what is shown of it. */
export function Tools({ props, state, playback, window, speaks }: ToolsProps) {
  const { scope, shared, readOnly, config } = props
  const [spectrogram, setSpectrogram] = shared.use('spectrogram', false)
  const [rewind, setRewind] = shared.use<number>('rewind', 1)
  const [detecting, setDetecting] = shared.use('detecting', false)
  const capOf = (binding: string) => ({ keys: scope.capOf(binding), keysOff: !scope.acts(binding) })
  const zoom = (factor: number) => () => zoomBy(window, playback.time, factor)
  return (
    <div className={styles.tools} role="toolbar" aria-label="Recording">
      {state.modes.length > 1 && (
        <div
          className={styles.modes}
          role="radiogroup"
          aria-label="What is done"
          title={`Next: ${scope.capOf('view.mode') ?? ''}`}
        >
          {state.modes.map(mode => (
            <button
              key={mode}
              type="button"
              role="radio"
              aria-checked={mode === state.mode}
              onClick={() => {
                scope.take()
                state.setMode(mode)
              }}
            >
              {modeNames[mode]}
            </button>
          ))}
        </div>
      )}
      <label className={styles.rewind} title="How far playing goes back when it goes on after a pause">
        Rewind
        <select value={rewind} onChange={event => setRewind(Number(event.target.value))}>
          {rewinds.map(each => (
            <option key={each} value={each}>
              {each === 0 ? 'off' : `${each} s`}
            </option>
          ))}
        </select>
      </label>
      <span className="grow" />
      {!readOnly && speaks && config.mode !== 'whole' && (
        <Button
          small
          look="quiet"
          on={detecting}
          {...capOf('segments.detect')}
          title={scope.capOf('segments.detect')}
          onClick={() => setDetecting(!detecting)}
        >
          Find speech
        </Button>
      )}
      <Button
        small
        look="quiet"
        on={spectrogram}
        {...capOf('view.spectrogram')}
        title={scope.capOf('view.spectrogram')}
        onClick={() => setSpectrogram(!spectrogram)}
      >
        Spectrogram
      </Button>
      <span className={styles.zoom}>
        <Button
          small
          look="quiet"
          aria-label="Zoom out"
          title={scope.capOf('view.zoom-out')}
          onClick={zoom(1 / ZOOM_STEP)}
        >
          <Icon name="minus" small />
        </Button>
        <Button small look="quiet" title={scope.capOf('view.fit')} onClick={() => window.fit()}>
          Fit
        </Button>
        <Button
          small
          look="quiet"
          aria-label="Zoom in"
          title={scope.capOf('view.zoom-in')}
          onClick={zoom(ZOOM_STEP)}
        >
          <Icon name="plus" small />
        </Button>
      </span>
    </div>
  )
}
