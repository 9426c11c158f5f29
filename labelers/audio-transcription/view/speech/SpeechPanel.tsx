import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../../../renderer/ui/Button.tsx'
import type { Sound, SpeechPiece, SpeechSettings } from '../../../kit/sound.ts'
import type { ViewProps } from '../../../kit/view.ts'
import type { Answer, Command, Config } from '../../schema.ts'
import { asSegments, besides } from './pieces.ts'
import { settingRanges, settingText, startSettings } from './settings.ts'
import { foundText, lossText, nothingFoundText, segmentCount } from './speech-words.ts'
import styles from './speech.module.css'
import { useSpeech } from './use-speech.ts'

type Props = Pick<ViewProps<Config, Answer, Command>, 'answer' | 'readOnly' | 'dispatch' | 'shared' | 'toast'>

interface SpeechPanelProps extends Props {
  readonly sound: Sound
  /** Who speaks in the segments that are made. */
  readonly speaker: string | null
  /** Where segments would be made, for the time axis; undefined once nothing is offered any more. */
  readonly onPreview: (pieces: readonly SpeechPiece[] | undefined) => void
  readonly onClose: () => void
}

/**
 * Finds where somebody speaks, shows it on the time axis as the sliders move, and makes segments of it in one step: in place
 * of all there are, or only where none is. What is set stays for the next recording.
 */
export function SpeechPanel(props: SpeechPanelProps) {
  const { sound, shared, answer, readOnly, speaker, dispatch, toast, onPreview, onClose } = props
  const [settings, setSettings] = shared.use<SpeechSettings>('speech', startSettings)
  const { state, pieces, isLooking } = useSpeech(sound, settings)
  const [isAsking, setAsking] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const { segments } = answer
  const added = pieces === undefined ? [] : besides(pieces, segments, settings.minSpeech)
  const loss = lossText(segments)
  const latestPreview = useRef(onPreview)
  latestPreview.current = onPreview

  useEffect(() => panel.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    latestPreview.current(pieces)
  }, [pieces])
  useEffect(() => () => latestPreview.current(undefined), [])

  const take = (type: 'segments.add' | 'segments.replace', taken: readonly SpeechPiece[]) => {
    dispatch({ type, segments: asSegments(taken, speaker) })
    toast(`${segmentCount(taken.length)} made.`)
    onClose()
  }
  const replace = () => {
    if (pieces !== undefined) take('segments.replace', pieces)
  }
  const canTake = !readOnly && !isLooking && pieces !== undefined && pieces.length > 0
  const onKeyDown = (event: KeyboardEvent) => {
    const onSlider = event.target instanceof HTMLInputElement
    if (onSlider && keysOfSlider.has(event.key) && !event.ctrlKey && !event.altKey) event.stopPropagation()
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape') {
      done()
      if (isAsking) setAsking(false)
      else onClose()
    } else if (event.key === 'Enter' && onSlider) {
      done()
      if (canTake && added.length > 0) take('segments.add', added)
    }
  }

  return (
    <div ref={panel} className={styles.panel} role="group" aria-label="Find speech" onKeyDown={onKeyDown}>
      <div className={styles.sliders}>
        {settingRanges.map(range => {
          const { setting, name, hint, min, max, step } = range
          const text = settingText(range, settings[setting])
          return (
            <label key={setting} className={styles.slider} title={hint}>
              <span>{name}</span>
              <input
                type="range"
                min={min}
                max={max}
                step={step}
                value={settings[setting]}
                aria-valuetext={text}
                onChange={event => setSettings({ ...settings, [setting]: Number(event.target.value) })}
              />
              <output>{text}</output>
            </label>
          )
        })}
      </div>
      {isAsking ? (
        <div className={styles.end} role="alertdialog" aria-label="Replace all segments">
          <span className="grow">{loss}</span>
          <Button small autoFocus onClick={() => setAsking(false)}>
            {segments.length === 1 ? 'Keep it' : 'Keep them'}
          </Button>
          <Button small onClick={replace}>
            Replace all
          </Button>
        </div>
      ) : (
        <div className={styles.end}>
          <p className={styles.found} aria-live="polite" data-old={isLooking}>
            {resultText()}
          </p>
          {canTake && segments.length > 0 && (
            <Button small look="quiet" onClick={() => (loss === undefined ? replace() : setAsking(true))}>
              Replace all by {pieces.length.toLocaleString('en')}
            </Button>
          )}
          {canTake && added.length > 0 && (
            <Button small keys="Enter" onClick={() => take('segments.add', added)}>
              {segments.length === 0 ? 'Make' : 'Add'} {segmentCount(added.length)}
            </Button>
          )}
          <Button small look="quiet" keys="Escape" onClick={onClose}>
            Close
          </Button>
        </div>
      )}
    </div>
  )

  function resultText(): string {
    if (state.state === 'broken') return 'The recording cannot be read, so nobody can be found in it.'
    if (pieces === undefined) return 'Looking for speech …'
    if (pieces.length === 0) return isLooking ? 'Looking for speech …' : nothingFoundText(settings)
    const found = foundText(pieces, state)
    if (readOnly) return `${found}. It can be looked at only.`
    return segments.length > 0 && added.length === 0 ? `${found}. All of it has segments.` : found
  }
}

/** What a slider does with these is not for the recording. */
const keysOfSlider = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown'
])
