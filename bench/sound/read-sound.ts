import path from 'node:path'
import { SoundThread } from '../../electron/main/sound/sound-thread.ts'
import { seconds } from '../../labelers/kit/seconds.ts'
import type { SoundState } from '../../labelers/kit/sound.ts'
import { out } from '../../scripts/build/targets.ts'

/** Columns of a window that is 1,600 pixels wide. */
const COLUMNS = 1600

export interface SoundTimes {
  /** Until there was something to draw of the whole recording, or of its beginning. Milliseconds. */
  readonly first: number
  /** Until every sample was looked at. */
  readonly all: number
  /** The most memory that the process had meanwhile. MB. */
  readonly memory: number
}

/** Reads recordings as main does, on the built thread. */
export function soundReader(): { read(file: string, length: number): Promise<SoundTimes> } {
  let heard = (_state: SoundState) => {}
  const thread = new SoundThread(
    path.join(out, 'sound/thread.cjs'),
    (_sound, state) => heard(state),
    () => {}
  )
  let sound = 0
  return {
    async read(file, length) {
      const started = performance.now()
      const since = () => performance.now() - started
      let memory = 0
      const look = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss() / 1e6)), 20)
      const all = new Promise<number>((resolve, reject) => {
        heard = state => {
          if (state.state === 'broken') reject(new Error(state.problem))
          if (state.state === 'ready') resolve(since())
        }
      })
      sound++
      thread.open(sound, { path: file, root: path.dirname(file), keep: false })
      let first: number | undefined
      while (first === undefined) {
        const { values } = await thread.peaks(sound, seconds(0), seconds(length), COLUMNS)
        if (values.some(value => value !== 0)) first = since()
      }
      const times = { first, all: await all, memory }
      clearInterval(look)
      thread.close(sound)
      return times
    }
  }
}
