import { expect, test } from 'vitest'
import { seconds } from '../../kit/seconds.ts'
import { type Media, Playback } from './playback.ts'

/** A recording of ten seconds that plays as time is let pass. */
class TestMedia implements Media {
  playbackRate = 1
  preservesPitch = false
  paused = true
  #time = 0
  readonly #listeners = new Map<string, Set<() => void>>()
  get ended() {
    return this.#time >= 10
  }
  get currentTime() {
    return this.#time
  }
  set currentTime(time: number) {
    this.#time = Math.min(10, time)
    this.#tell('seeked')
  }
  play = async () => {
    this.paused = false
    this.#tell('play')
  }
  pause = () => {
    this.paused = true
    this.#tell('pause')
  }
  addEventListener = (type: string, listener: () => void) =>
    void this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener))
  removeEventListener = (type: string, listener: () => void) =>
    void this.#listeners.get(type)?.delete(listener)
  pass(time: number) {
    if (!this.paused) this.#time += time * this.playbackRate
  }
  #tell(type: string) {
    for (const listener of this.#listeners.get(type) ?? []) listener()
  }
}

function opened() {
  const media = new TestMedia()
  let frame: (() => void) | undefined
  const playback = new Playback(media, each => {
    frame = each
    return () => (frame = undefined)
  })
  const pass = (time: number) => {
    for (let passed = 0; passed < time - 1e-9; passed += 0.02) {
      media.pass(0.02)
      frame?.()
    }
  }
  const now = () => `${playback.playing ? 'plays' : 'rests'} at ${playback.time.toFixed(2)}`
  return { media, playback, pass, now }
}

const stretch = (start: number, end: number) => ({ start: seconds(start), end: seconds(end) })

test('a stretch ends where it ends, and playing on begins it anew', () => {
  const { playback, pass, now } = opened()
  const said: string[] = []
  playback.playStretch(stretch(2, 3))
  pass(0.5)
  said.push(now())
  pass(2)
  said.push(now())
  playback.toggle(1, stretch(2, 3))
  pass(0.2)
  said.push(now())
  expect(said).toEqual(['plays at 2.50', 'rests at 3.00', 'plays at 2.20'])
})

test('after a pause it goes on a little earlier, though never before the stretch', () => {
  const { playback, pass, now } = opened()
  const said: string[] = []
  playback.playStretch(stretch(2, 8))
  pass(4)
  playback.toggle(1, stretch(2, 8))
  said.push(now())
  playback.toggle(1, stretch(2, 8))
  said.push(now())
  playback.pause()
  playback.seek(2.4)
  playback.toggle(1, stretch(2, 8))
  said.push(now())
  playback.toggle(1)
  playback.toggle(1)
  said.push(now())
  expect(said).toEqual(['rests at 6.00', 'plays at 5.00', 'plays at 2.00', 'plays at 1.00'])
})

test('a loop begins anew at its end until it is ended', () => {
  const { playback, pass, now } = opened()
  const said: string[] = []
  playback.loop(stretch(1, 2))
  pass(1.5)
  said.push(now())
  playback.loop(undefined)
  pass(1)
  said.push(now())
  expect(said).toEqual(['plays at 1.50', 'rests at 2.00'])
})

test('seeking out of a stretch plays on behind its end', () => {
  const { playback, pass, now } = opened()
  playback.playStretch(stretch(1, 2))
  playback.seek(5)
  pass(1)
  expect(now()).toBe('plays at 6.00')
})

test('speeds go in steps, and the pitch is kept', () => {
  const { playback, media } = opened()
  const speeds = ([-1, -1, 0, 1, 1] as const).map(way => (playback.step(way), playback.speed))
  for (let n = 0; n < 30; n++) playback.step(1)
  expect([speeds, playback.speed, media.preservesPitch]).toEqual([[0.9, 0.8, 1, 1.1, 1.25], 4, true])
})
