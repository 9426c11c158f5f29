import { Sounds } from '../../../project/audio/sounds.ts'
import { memoryFiles } from '../../../project/memory-files.ts'
import { type Desktop } from '../handlers.ts'
import type { Place } from '../place.ts'
import { Session } from '../session.ts'
import { SettingsStore } from '../settings-store.ts'

export interface MemoryDesktop extends Desktop {
  readonly files: ReturnType<typeof memoryFiles>
  /** What the handlers asked of the system, in order. */
  readonly asked: string[]
}

/** A desktop whose disk is memory and whose dialogs answer `/picked`. */
export async function memoryDesktop(
  initial: Record<string, string | Uint8Array> = {},
  overrides: Partial<Place> = {}
): Promise<MemoryDesktop> {
  const files = memoryFiles(initial)
  const asked: string[] = []
  const place: Place = {
    files,
    userData: '/home/ana/.config/goldset',
    home: '/home/ana',
    samplesFrom: '/app/sample-data',
    samplesTo: '/home/ana/Goldset samples',
    version: '1.0.0',
    platform: 'linux',
    userName: 'Ana Gómez',
    firstRunSample: false,
    dialogs: { pickFolder: async () => '/picked', pickFiles: async () => ['/picked/a.csv'] },
    reveal: path => void asked.push(`reveal ${path}`),
    settingsChanged: settings => void asked.push(`theme ${settings.theme}`),
    recentsChanged: recents => void asked.push(`recents ${recents.length}`),
    tell: name => void asked.push(`tell ${name}`),
    closeWindow: () => void asked.push('close'),
    decoded: () => {},
    sounds: new Sounds(files, (sound, state) => place.tell('sound.state', { sound, state })),
    now: () => new Date('2026-11-23T10:00:00.000Z'),
    ...overrides
  }
  const settings = await SettingsStore.at(files, place.userData, place.userName)
  return { files, asked, place, settings, session: new Session(files) }
}
