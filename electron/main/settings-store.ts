import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Files } from '../../project/files.ts'
import { describe, type Problem, type Static, Type } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'
import { Settings } from '../api/contract.ts'
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
export const SettingsFile = Type.Object(
  {
    goldset: Type.Literal('settings/1'),
    settings: Settings,
    recents: Type.Array(Remembered),
    window: Type.Optional(WindowPlace)
  },
  { additionalProperties: true }
)
export type SettingsFile = Static<typeof SettingsFile>

/** How many projects home shows. */
const KEPT = 20

/**
 * The person's settings. Held in memory, written after each change. A file that cannot be understood is set aside
 * unchanged, and the defaults are used: the app always starts.
 */
export class SettingsStore {
  readonly #files: Files
  readonly #path: string
  #file: SettingsFile
  /** What to tell the person about the file that was found, if anything. */
  readonly problems: readonly Problem[]

  private constructor(files: Files, path: string, file: SettingsFile, problems: readonly Problem[]) {
    this.#files = files
    this.#path = path
    this.#file = file
    this.problems = problems
  }

  static async at(files: Files, userData: string, userName: string): Promise<SettingsStore> {
    const path = join(userData, 'goldset-settings.json')
    const read = await readSettings(files, path)
    if (read.file !== undefined) return new SettingsStore(files, path, read.file, [])
    return new SettingsStore(files, path, firstSettings(userName), read.problems)
  }

  get settings(): Settings {
    return this.#file.settings
  }

  get recents(): readonly Remembered[] {
    return this.#file.recents
  }

  get window(): WindowPlace | undefined {
    return this.#file.window
  }

  saveSettings(settings: Settings): Promise<void> {
    return this.#write({ settings })
  }

  saveWindow(window: WindowPlace): Promise<void> {
    return this.#write({ window })
  }

  /** Puts a project first. */
  remember(project: Remembered): Promise<void> {
    const others = this.#file.recents.filter(recent => recent.folder !== project.folder)
    return this.#write({ recents: [project, ...others].slice(0, KEPT) })
  }

  forget(folder: string): Promise<void> {
    return this.#write({ recents: this.#file.recents.filter(recent => recent.folder !== folder) })
  }

  async #write(change: Partial<SettingsFile>): Promise<void> {
    this.#file = { ...this.#file, ...change }
    await this.#files.write(this.#path, `${JSON.stringify(this.#file, null, 2)}\n`)
  }
}

function firstSettings(userName: string): SettingsFile {
  return {
    goldset: 'settings/1',
    settings: { annotator: annotatorFrom(userName), theme: 'system', keys: {} },
    recents: []
  }
}

/** Absent is a first start. Anything else that cannot be used is set aside under another name, never overwritten. */
async function readSettings(
  files: Files,
  path: string
): Promise<{ file: SettingsFile } | { file?: undefined; problems: readonly Problem[] }> {
  try {
    if ((await files.stat(path)) === undefined) return { problems: [] }
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(await files.read(path))
    )
    const [wrong] = validate(SettingsFile, value)
    if (wrong === undefined) return { file: value as SettingsFile }
    return { problems: [await setAside(files, path, describe(wrong))] }
  } catch (error) {
    return { problems: [await setAside(files, path, error instanceof Error ? error.message : String(error))] }
  }
}

async function setAside(files: Files, path: string, reason: string): Promise<Problem> {
  const aside = `${path}.damaged-${randomUUID().slice(0, 8)}`
  const moved = await files.move(path, aside).then(
    () => `It was set aside as ${aside}, and your settings and recent projects start anew.`,
    () => 'Your settings and recent projects start anew.'
  )
  return { file: path, message: `Your settings could not be read: ${reason} ${moved}` }
}
