import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Sound, SoundState } from '../../kit/sound.ts'
import type { Props } from './transcript-state.ts'

const opening: SoundState = { state: 'opening' }
const never = () => () => undefined
const openingState = () => opening

/** The recording at a path, open while the caller is mounted, and how far the reading of it is. */
export function useSound(open: Props['sound'], path: string): readonly [Sound | undefined, SoundState] {
  const [sound, setSound] = useState<Sound>()
  useEffect(() => {
    const opened = open(path)
    setSound(opened)
    return () => opened.close()
    // `open` may be another function for the same project at every render.
  }, [path])
  const state = useSyncExternalStore(sound?.subscribe ?? never, sound?.state ?? openingState)
  return [sound, state]
}
