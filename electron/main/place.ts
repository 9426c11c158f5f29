import type { SoundReader } from '../../project/audio/sounds.ts'
import type { Files } from '../../project/files.ts'
import type { EventName, Events, Settings } from '../api/contract.ts'

/** Everything the handlers take from the machine and the window system. Tests give memory files and dialogs that answer. */
export interface Place {
  readonly files: Files
  /** This person's own folder for settings, absolute. */
  readonly userData: string
  readonly home: string
  /** Where the samples are (may be inside an archive), and where copies of them go. */
  readonly samplesFrom: string
  readonly samplesTo: string
  readonly version: string
  readonly platform: string
  /** The system's name of the person, for a first annotator id. */
  readonly userName: string
  /** A project folder the command line asked for. */
  readonly folder?: string | undefined
  readonly firstRunSample: boolean
  readonly dialogs: {
    pickFolder(title: string): Promise<string | null>
    pickFiles(title: string): Promise<readonly string[]>
  }
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): void
  settingsChanged(settings: Settings): void
  /** The menu shows recents. */
  recentsChanged(folders: readonly { readonly folder: string; readonly name: string }[]): void
  /** Says something to the window's page; to nobody while there is none. */
  tell<Name extends EventName>(name: Name, payload: Events[Name]): void
  closeWindow(): void
  /** What reads recordings; it tells how far it is with `sound.state`. */
  readonly sounds: SoundReader
  /** AAC that the window decoded for it. */
  decoded(job: number, samples: readonly Float32Array[] | null): void
  now(): Date
}
