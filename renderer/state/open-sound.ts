import type { Client } from '../../electron/api/contract.ts'
import type { Seconds } from '../../labelers/kit/seconds.ts'
import type { Sound, SoundState } from '../../labelers/kit/sound.ts'

let lastSound = 0

/** A recording of the item on the screen, read by main. */
export function openSound(client: Client, path: string, url: string): Sound {
  const sound = ++lastSound
  const listeners = new Set<() => void>()
  let state: SoundState = { state: 'opening' }
  const forget = client.on('sound.state', news => {
    if (news.sound !== sound) return
    state = news.state
    for (const listener of listeners) listener()
  })
  const opening = client.call('sound.open', { sound, path })
  return {
    url,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async peaks(from: Seconds, to: Seconds, columns: number) {
      await opening
      return client.call('sound.peaks', { sound, from, to, columns })
    },
    async samples(from, to, sampleRate) {
      await opening
      return client.call('sound.samples', { sound, from, to, sampleRate })
    },
    async speech(settings) {
      await opening
      return (await client.call('sound.speech', { sound, settings })) ?? undefined
    },
    close() {
      forget()
      listeners.clear()
      void opening.then(() => client.call('sound.close', { sound }))
    }
  }
}
