import type { SoundState } from '../../../labelers/kit/sound.ts'
import { resolveInProject } from '../../../project/paths.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'

type SoundCalls = Pick<
  Handlers,
  'sound.open' | 'sound.peaks' | 'sound.samples' | 'sound.speech' | 'sound.decoded' | 'sound.close'
>

/** More than a window shows at a time. */
const MOST_OPEN = 16

/** Recordings of the open project, read elsewhere: none of it is done on the thread that saves. */
export function soundHandlers({ place, session }: Desktop): SoundCalls {
  const open = new Set<number>()
  const { sounds } = place
  const tell = (sound: number, state: SoundState) => place.tell('sound.state', { sound, state })
  const close = (sound: number) => {
    if (open.delete(sound)) sounds.close(sound)
  }
  return {
    async 'sound.open'({ sound, path }) {
      const desk = session.current
      const refused = (problem: string) => {
        tell(sound, { state: 'broken', problem })
        return null
      }
      if (desk === null) return refused('No project is open.')
      if (!desk.showed('audio', path)) return refused('This is no recording of the item.')
      const resolved = await resolveInProject(place.files, desk.open.root, path)
      if (!resolved.ok) return refused(resolved.problems[0]?.message ?? '')
      close(sound)
      const [oldest] = open
      if (open.size >= MOST_OPEN && oldest !== undefined) close(oldest)
      open.add(sound)
      const { root, readOnly } = desk.open
      sounds.open(sound, { path: resolved.value, root, keep: readOnly === undefined })
      return null
    },
    'sound.peaks': ({ sound, from, to, columns }) => sounds.peaks(sound, from, to, columns),
    'sound.samples': ({ sound, from, to, sampleRate }) => sounds.samples(sound, from, to, sampleRate),
    'sound.speech': ({ sound, settings }) => sounds.speech(sound, settings),
    async 'sound.decoded'({ job, samples }) {
      place.decoded(job, samples?.every(one => one instanceof Float32Array) === true ? samples : null)
      return null
    },
    async 'sound.close'({ sound }) {
      close(sound)
      return null
    }
  }
}
