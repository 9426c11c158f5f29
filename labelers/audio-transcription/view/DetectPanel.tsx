import { useEffect, useState } from 'react'
import { Button } from '../../../renderer/ui/Button.tsx'
import { seconds, toMillisecond } from '../../kit/seconds.ts'
import type { Sound, SpeechPiece, SpeechSettings } from '../../kit/sound.ts'
import styles from './tools.module.css'
import type { Props, TranscriptState } from './transcript-state.ts'

interface DetectPanelProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly sound: Sound
  /** What would be made, for the waveform to show. */
  readonly pieces: readonly SpeechPiece[] | undefined
  readonly onPieces: (pieces: readonly SpeechPiece[] | undefined) => void
  readonly onClose: () => void
}

const first: SpeechSettings = {
  sensitivity: 0.5,
  minSpeech: seconds(0.25),
  minSilence: seconds(0.5),
  padding: seconds(0.1)
}

/** Finds speech and shows it before anything is made: each setting changes what is seen. */
export function DetectPanel({ props, state, sound, pieces, onPieces, onClose }: DetectPanelProps) {
  const { shared, answer, scope } = props
  const [settings, setSettings] = shared.use<SpeechSettings>('speech', first)
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let wanted = true
    sound.speech(settings).then(
      found => {
        if (wanted && found !== undefined) onPieces(found)
      },
      () => {
        if (wanted) setProblem('No speech can be looked for in this recording.')
      }
    )
    return () => {
      wanted = false
    }
  }, [sound, settings, onPieces])
  useEffect(() => () => onPieces(undefined), [onPieces])

  const make = (type: 'segments.add' | 'segments.replace') => {
    const segments = (pieces ?? []).map(({ start, end }) => ({
      start: toMillisecond(start),
      end: toMillisecond(end),
      speaker: state.hand,
      text: ''
    }))
    if (state.make({ type, segments }) === undefined)
      return props.toast('There is no room for more segments.')
    scope.take()
    onClose()
  }
  const number = (name: 'minSpeech' | 'minSilence' | 'padding', words: string) => (
    <label>
      {words}
      <input
        type="number"
        min={0}
        max={10}
        step={0.05}
        value={settings[name]}
        onChange={event => {
          const value = Number(event.target.value)
          if (Number.isFinite(value) && value >= 0) setSettings({ ...settings, [name]: seconds(value) })
        }}
      />
      s
    </label>
  )
  const count = pieces?.length ?? 0
  const has = answer.segments.length
  return (
    <div
      className={styles.detect}
      role="group"
      aria-label="Find speech"
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <label>
        Sensitivity
        <input
          autoFocus
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={settings.sensitivity}
          onChange={event => setSettings({ ...settings, sensitivity: Number(event.target.value) })}
        />
      </label>
      {number('minSpeech', 'Speech from')}
      {number('minSilence', 'Silence from')}
      {number('padding', 'Around')}
      <span className="grow" />
      <span className="faint" role="status">
        {problem ??
          (pieces === undefined ? 'Looking for speech' : count === 0 ? 'No speech found' : `${count} found`)}
      </span>
      {has > 0 && (
        <Button small disabled={count === 0} onClick={() => make('segments.replace')}>
          Replace {has}
        </Button>
      )}
      <Button small disabled={count === 0} onClick={() => make('segments.add')}>
        {has === 0 ? `Make ${count} segments` : 'Fill the gaps'}
      </Button>
      <Button small look="quiet" onClick={onClose}>
        Close
      </Button>
    </div>
  )
}
