import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Sound, SoundState, SpeechPiece, SpeechSettings } from '../../../kit/sound.ts'

export interface FoundSpeech {
  readonly state: SoundState
  /** Of these settings or, while they are being looked for, of the ones before. Undefined: nothing came yet. */
  readonly pieces: readonly SpeechPiece[] | undefined
  /** The pieces of these settings are on their way. */
  readonly isLooking: boolean
}

/** The speech in a recording, looked for again whenever a setting is another one. */
export function useSpeech(sound: Sound, settings: SpeechSettings): FoundSpeech {
  const state = useSyncExternalStore(sound.subscribe, sound.state)
  const [found, setFound] = useState<{
    sound: Sound
    settings: SpeechSettings
    pieces: readonly SpeechPiece[]
  }>()
  const isBroken = state.state === 'broken'
  useEffect(() => {
    if (isBroken) return undefined
    let isWanted = true
    void sound.speech(settings).then(pieces => {
      if (isWanted && pieces !== undefined) setFound({ sound, settings, pieces })
    })
    return () => void (isWanted = false)
  }, [sound, settings, isBroken])
  const mine = found?.sound === sound && !isBroken ? found : undefined
  return { state, pieces: mine?.pieces, isLooking: !isBroken && mine?.settings !== settings }
}
