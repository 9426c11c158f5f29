import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { DocumentFormat } from '../../project/document.ts'
import type { Files } from '../../project/files.ts'
import { type Problem, type Static, Type } from '../../schemas/schema.ts'
import { Settings } from '../api/contract.ts'
import { newerSentence, ValidatedFile } from '../../project/validated-file.ts'
import { annotatorFrom } from './annotator.ts'

/** A project opened before, as it is remembered. Whether its folder is still there is looked up each time. */
export const Remembered = Type.Object({
  folder: Type.String(),
  name: Type.String(),
  labelers: Type.Array(Type.String()),
  openedAt: Type.String(),
  done: Type.Integer({ minimum: 0 }),
  items: Type.Integer({ minimum: 0 }),
  /** Id of the item last worked on. */
  lastItem: Type.Optional(Type.String())
})
export type Remembered = Static<typeof Remembered>

export const WindowPlace = Type.Object({
  x: Type.Optional(Type.Integer()),
  y: Type.Optional(Type.Integer()),
  width: Type.Integer({ minimum: 1 }),
  height: Type.Integer({ minimum: 1 }),
  maximized: Type.Boolean()
})
export type WindowPlace = Static<typeof WindowPlace>

/** `goldset-settings.json` in the person's own folder of the system. */
const SettingsFile = Type.Object(
  {
    goldset: Type.Literal('settings/1'),
    settings: Settings,
    recents: Type.Array(Remembered),
    window: Type.Optional(WindowPlace)
  },
  { additionalProperties: true }
)
export type SettingsFile = Static<typeof SettingsFile>

const format: DocumentFormat<SettingsFile> = {
  name: 'settings',
  version: 1,
  schema: SettingsFile,
  order: ['goldset', 'settings', 'recents', 'window'],
  maxBytes: 1 << 20
}

/** How many projects home shows. */
const KEPT = 20

/**
 * The person's settings. Held in memory, written after each change. A damaged file is set aside unchanged and one that cannot be
 * read is left alone; then the defaults are used: the app always starts.
 */
export class SettingsStore {
  readonly #low: Low<SettingsFile>
  readonly #writable: boolean
  /** What to tell the person about the file that was found, if anything. */
  readonly problems: readonly Problem[]

  private constructor(low: Low<SettingsFile>, problems: readonly Problem[], writable: boolean) {
    this.#low = low
    this.problems = problems
    this.#writable = writable
  }

  static async at(files: Files, userData: string, userName: string): Promise<SettingsStore> {
    const path = join(userData, 'goldset-settings.json')
    const adapter = new ValidatedFile(files, path, path, format)
    const found = await adapter.load()
    const low = new Low<SettingsFile>(
      adapter,
      found.kind === 'document' ? found.value : firstSettings(userName)
    )
    switch (found.kind) {
      case 'document':
      case 'missing':
        return new SettingsStore(low, [], true)
      case 'damaged':
        return new SettingsStore(low, [await setAside(files, path, found.problem)], true)
      case 'newer':
        return new SettingsStore(low, [{ file: path, message: newerSentence(found.mark) }], false)
      case 'unreadable':
        return new SettingsStore(low, [found.problem], false)
    }
  }

  get settings(): Settings {
    return this.#low.data.settings
  }

  get recents(): readonly Remembered[] {
    return this.#low.data.recents
  }

  get window(): WindowPlace | undefined {
    return this.#low.data.window
  }

  saveSettings(settings: Settings): Promise<void> {
    return this.#write({ settings })
  }

  saveWindow(window: WindowPlace): Promise<void> {
    return this.#write({ window })
  }

  /** Puts a project first. */
  remember(project: Remembered): Promise<void> {
    const others = this.recents.filter(recent => recent.folder !== project.folder)
    return this.#write({ recents: [project, ...others].slice(0, KEPT) })
  }

  forget(folder: string): Promise<void> {
    return this.#write({ recents: this.recents.filter(recent => recent.folder !== folder) })
  }

  async #write(change: Partial<SettingsFile>): Promise<void> {
    this.#low.data = { ...this.#low.data, ...change }
    if (this.#writable) await this.#low.write()
  }
}

function firstSettings(userName: string): SettingsFile {
  return {
    goldset: 'settings/1',
    settings: { annotator: annotatorFrom(userName), theme: 'system', keys: {} },
    recents: []
  }
}

async function setAside(files: Files, path: string, problem: Problem): Promise<Problem> {
  const aside = `${path}.damaged-${randomUUID().slice(0, 8)}`
  const moved = await files.move(path, aside).then(
    () => `It was set aside as ${aside}, and your settings and recent projects start anew.`,
    () => 'Your settings and recent projects start anew.'
  )
  return { file: path, message: `Your settings could not be read. ${problem.message} ${moved}` }
}
