import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from '../../../renderer/ui/Button.tsx'
import { Cap } from '../../../renderer/ui/Cap.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { clockTime } from './clock.ts'
import type { Playback } from './playback.ts'
import styles from './transport.module.css'
import type { Props, TranscriptState } from './transcript-state.ts'
import { runKey } from './use-play-keys.ts'

interface TransportProps {
  readonly props: Props
  readonly state: TranscriptState
  readonly playback: Playback
  /** Seconds. */
  readonly duration: number
}

/** The buttons of the player, each with its key, and the time. */
export function Transport({ props, state, playback, duration }: TransportProps) {
  const { scope } = props
  const playing = useSyncExternalStore(playback.subscribe, () => playback.playing)
  const speed = useSyncExternalStore(playback.subscribe, () => playback.speed)
  const looping = useSyncExternalStore(playback.subscribe, () => playback.looping)
  const problem = useSyncExternalStore(playback.subscribe, () => playback.problem)
  const capOf = (binding: string) => ({ keys: scope.capOf(binding), keysOff: !scope.acts(binding) })
  // While a text is typed Space writes a blank, and Escape is the key.
  const toggle = scope.acts('play.toggle') ? 'play.toggle' : 'play.toggle-typing'
  const run = (binding: string) => () => runKey({ props, state, playback }, binding)
  const keep = (event: { preventDefault: () => void }) => event.preventDefault()
  return (
    <div className={styles.transport} role="toolbar" aria-label="Playback" onMouseDown={keep}>
      <Button look="quiet" small {...capOf('play.back')} onClick={run('play.back')}>
        <Icon name="back" small />
        <span className="said">Back </span>2 s
      </Button>
      <Button small className={styles.toggle} {...capOf(toggle)} onClick={run(toggle)}>
        <Icon name={playing ? 'pause' : 'play'} small />
        {playing ? 'Pause' : 'Play'}
      </Button>
      <Button look="quiet" small {...capOf('play.forward')} onClick={run('play.forward')}>
        <span className="said">Forward </span>2 s
        <Icon name="forward" small />
      </Button>
      <span className={styles.line} />
      <button type="button" className={styles.speed} onClick={run('play.slower')}>
        <span className="said">Slower </span>
        <Cap keys={scope.capOf('play.slower') ?? '−'} off={!scope.acts('play.slower')} />
      </button>
      <b className={styles.rate} aria-label={`Speed ${speed}`}>
        {speed.toFixed(2)}×
      </b>
      <button type="button" className={styles.speed} onClick={run('play.faster')}>
        <span className="said">Faster </span>
        <Cap keys={scope.capOf('play.faster') ?? '+'} off={!scope.acts('play.faster')} />
      </button>
      <span className={styles.line} />
      <Button look="quiet" small {...capOf('play.replay')} onClick={run('play.replay')}>
        <Icon name="loop" small />
        Replay
      </Button>
      <Button
        look="quiet"
        small
        on={looping}
        title={titleOf('Loop the segment', scope.capOf('play.loop'))}
        onClick={run('play.loop')}
      >
        Loop
      </Button>
      <span className="grow" />
      {problem === undefined ? (
        <Clock playback={playback} duration={duration} />
      ) : (
        <span className="bad-text">{problem}</span>
      )}
    </div>
  )
}

const titleOf = (words: string, key: string | undefined): string =>
  key === undefined ? words : `${words} (${key})`

function Clock({ playback, duration }: { playback: Playback; duration: number }) {
  const now = useRef<HTMLElement>(null)
  useEffect(() => {
    const say = () => {
      if (now.current !== null) now.current.textContent = clockTime(playback.time)
    }
    say()
    return playback.onTime(say)
  }, [playback])
  return (
    <span className={styles.clock}>
      <b ref={now} /> <span className={styles.whole}>of {clockTime(duration)}</span>
    </span>
  )
}
