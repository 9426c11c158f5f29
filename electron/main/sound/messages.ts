import type { SoundState } from '../../../labelers/kit/sound.ts'
import type { AacJob } from '../../../project/audio/m4a-source.ts'
import type { SoundReader } from '../../../project/audio/sounds.ts'

type Asked = 'peaks' | 'samples' | 'speech' | 'wavSize' | 'wavBytes'

/** What main says to the thread that reads recordings. `asking` numbers what is answered. */
export type ToThread =
  | { readonly do: 'open'; readonly with: Parameters<SoundReader['open']> }
  | { readonly do: 'decoded'; readonly job: number; readonly samples: readonly Float32Array[] | null }
  | { readonly do: 'close'; readonly with: Parameters<SoundReader['close']> }
  | {
      [Name in Asked]: {
        readonly do: Name
        readonly asking: number
        readonly with: Parameters<SoundReader[Name]>
      }
    }[Asked]

export type FromThread =
  | { readonly job: number; readonly aac: AacJob }
  | { readonly sound: number; readonly state: SoundState }
  | { readonly asking: number; readonly answer: Awaited<ReturnType<SoundReader[Asked]>> }
  | { readonly asking: number; readonly failed: string }
