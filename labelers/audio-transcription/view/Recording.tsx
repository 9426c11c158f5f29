import { useEffect, useState } from 'react'
import { Note } from '../../../renderer/ui/Note.tsx'
import type { SpeechPiece } from '../../kit/sound.ts'
import { useLatest } from '../../kit/view/use-latest.ts'
import { durationFor } from '../duration.ts'
import { EmptySegments } from './EmptySegments.tsx'
import { SegmentTable } from './SegmentTable.tsx'
import { SpeechPanel } from './speech/SpeechPanel.tsx'
import { noCaret } from './text-caret.ts'
import { Tools } from './Tools.tsx'
import styles from './tools.module.css'
import { Transport } from './Transport.tsx'
import { type Props, useTranscriptState } from './transcript-state.ts'
import { useLabelKeys } from './use-label-keys.ts'
import { usePlayback } from './use-playback.ts'
import { usePlayKeys } from './use-play-keys.ts'
import { useSegmentKeys } from './use-segment-keys.ts'
import { useSound } from './use-sound.ts'
import { useTextKeys } from './use-text-keys.ts'
import { useViewKeys } from './use-view-keys.ts'
import { WaveWindow } from './wave-window.ts'
import { Waves } from './Waves.tsx'
import { WholeEditor } from './whole/WholeEditor.tsx'

/** One recording from opening to leaving it: its sound, its player and everything that is seen of it. */
export function Recording({ props, path }: { props: Props; path: string }) {
  const { answer, shared, item, task, readOnly } = props
  const state = useTranscriptState(props)
  const [sound, read] = useSound(props.sound, path)
  const [speed, setSpeed] = shared.use('speed', 1)
  const [media, playback] = usePlayback(sound?.url, speed)
  const [typing, setTyping] = useState(false)
  const [pieces, setPieces] = useState<readonly SpeechPiece[]>()
  const [caret] = useState(noCaret)
  const [detecting, setDetecting] = shared.use('detecting', false)
  const [spectrogram] = shared.use('spectrogram', false)
  const [heard, setHeard] = useState(0)

  const head = read.state === 'reading' || read.state === 'ready' ? read.head : undefined
  const lastEnd = answer.segments.reduce((last, { end }) => Math.max(last, end), 0)
  const known = head?.duration ?? durationFor(answer, { item, field: task.field })
  const duration = known ?? Math.max(heard, lastEnd, 1)
  const [window] = useState(() => new WaveWindow(duration))
  useEffect(() => window.setDuration(duration), [window, duration])

  useEffect(() => {
    const measured = () => {
      if (Number.isFinite(media.duration)) setHeard(media.duration)
    }
    media.addEventListener('durationchange', measured)
    return () => media.removeEventListener('durationchange', measured)
  }, [media])
  useEffect(() => playback.subscribe(() => setSpeed(playback.speed)), [playback, setSpeed])
  useEffect(() => {
    let last = playback.time
    return playback.onTime(time => {
      const { from, to } = window.shown
      // Who looked elsewhere meanwhile is left there.
      if (last >= from && last <= to) window.follow(time)
      last = time
    })
  }, [playback, window])

  const latest = useLatest(state)
  useEffect(() => {
    const { segments } = answer
    if (latest.current.current !== undefined || segments.length === 0) return
    const first = segments.find(({ text }) => text === '') ?? segments[0]
    if (first !== undefined) latest.current.select([first.id])
    // Once for each recording.
  }, [latest])
  const current = state.current?.id
  useEffect(() => {
    if (latest.current.current !== undefined) window.reveal(latest.current.current)
  }, [window, latest, current])

  const ground = { props, state, playback, window, caret }
  usePlayKeys(ground, typing, duration)
  useSegmentKeys(ground)
  useTextKeys(ground, typing)
  useLabelKeys(ground)
  useViewKeys(ground)
  const { onKey } = props
  const speaks = head !== undefined
  useEffect(() => {
    if (readOnly || !speaks) return
    return onKey({ 'segments.detect': () => shared.set('detecting', !shared.get('detecting', false)) })
  }, [onKey, readOnly, speaks, shared])

  if (sound === undefined) return <div className={styles.waiting} aria-busy="true" />
  const whole = state.mode === 'whole'
  return (
    <div className={styles.work}>
      <Tools {...ground} speaks={speaks} />
      {read.state === 'broken' && (
        <div className={styles.note}>
          <Note look="bad">{read.problem}</Note>
        </div>
      )}
      <Waves
        props={props}
        state={state}
        sound={sound}
        media={media}
        playback={playback}
        window={window}
        pieces={pieces}
        spectrogram={spectrogram && speaks}
      />
      <Transport props={props} state={state} playback={playback} duration={duration} />
      {detecting && speaks && !readOnly && !whole && (
        <SpeechPanel
          {...props}
          sound={sound}
          speaker={state.hand}
          onPreview={setPieces}
          onClose={() => setDetecting(false)}
        />
      )}
      {whole ? (
        <WholeEditor {...props} onTyping={setTyping} />
      ) : answer.segments.length === 0 ? (
        <EmptySegments {...props} />
      ) : (
        <SegmentTable
          props={props}
          state={state}
          caret={caret}
          onTyping={setTyping}
          onTake={segment => playback.seek(segment.start)}
        />
      )}
    </div>
  )
}
