import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Problem, type Static, Type } from '../schemas/schema.ts'
import type { DocumentFormat } from './document.ts'
import { FileError, type Files } from './files.ts'
import { PRIVATE_FOLDER, privateFolder, stayInside } from './private-folder.ts'
import { ValidatedFile } from './validated-file.ts'

const QUARANTINE = `${PRIVATE_FOLDER}/quarantine`

/** Beside the quarantined bytes: where they were, why they are here, and what the person chose. */
const Note = Type.Object(
  {
    goldset: Type.Literal('quarantine/1'),
    place: Type.String(),
    at: Type.String({ description: 'ISO 8601, UTC' }),
    problem: Type.Object({
      line: Type.Optional(Type.Integer()),
      byte: Type.Optional(Type.Integer()),
      path: Type.Optional(Type.String()),
      message: Type.String()
    }),
    item: Type.Optional(Type.String({ description: 'Id of the item whose labels these are' })),
    settled: Type.Optional(Type.String())
  },
  { additionalProperties: true }
)
type Note = Static<typeof Note>

const noteFormat: DocumentFormat<Note> = {
  name: 'quarantine',
  version: 1,
  schema: Note,
  order: ['goldset', 'place', 'item', 'at', 'problem', 'settled'],
  maxBytes: 1 << 20
}

export interface Quarantined {
  readonly problem: Problem
  /** Where the bytes are now, relative to the project. */
  readonly quarantine: string
  /** Id of the item whose labels these are. */
  readonly item?: string
}

/** Damaged files that wait for a person's choice, by the place they were found at. */
export class Quarantine {
  private waiting: Promise<Map<string, Quarantined>> | undefined

  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly now: () => Date
  ) {}

  async at(place: string): Promise<Quarantined | undefined> {
    this.waiting ??= this.load()
    return (await this.waiting).get(place)
  }

  /** All that wait, in no order. */
  async all(): Promise<readonly Quarantined[]> {
    this.waiting ??= this.load()
    return [...(await this.waiting).values()]
  }

  /**
   * Moves the file, unchanged. The note is written first: after a crash between the two the file is still at its
   * place, and found damaged again. Rejects with `FileError` when it cannot be moved; then it is where it was.
   */
  async take(place: string, item: string, problem: Problem): Promise<Quarantined> {
    const quarantine = await this.noted(place, problem, { item })
    await this.files.move(join(this.root, place), join(this.root, quarantine))
    const taken = { problem, quarantine, item }
    this.waiting ??= this.load()
    ;(await this.waiting).set(place, taken)
    return taken
  }

  /** Moves a file that nobody has to choose about any more; `settled` says what was chosen. Where it is now. */
  async setAside(place: string, problem: Problem, settled: string): Promise<string> {
    const quarantine = await this.noted(place, problem, { settled })
    await this.files.move(join(this.root, place), join(this.root, quarantine))
    return quarantine
  }

  /** Keeps the bytes of a file that is about to be replaced by choice. */
  async keep(place: string, problem: Problem, settled: string): Promise<string> {
    const quarantine = await this.noted(place, problem, { settled })
    await this.files.copy(join(this.root, place), join(this.root, quarantine))
    return quarantine
  }

  /** Writes why a file is here, and says under which name it is to come. */
  private async noted(
    place: string,
    problem: Problem,
    rest: Pick<Note, 'item' | 'settled'>
  ): Promise<string> {
    await privateFolder(this.files, this.root)
    const [, annotator, , file = ''] = place.split('/')
    // Conflict copies have names that others made up.
    const words = file
      .replace(/\.json$/, '')
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/-+$/, '')
    const name = `${annotator}-${words.slice(0, 100)}-${randomBytes(4).toString('hex')}.json`
    const quarantine = `${QUARANTINE}/${name}`
    await stayInside(this.files, this.root, join(this.root, QUARANTINE))
    const { file: _file, ...why } = problem
    await this.note(quarantine).create({
      goldset: 'quarantine/1',
      place,
      at: this.now().toISOString(),
      problem: why,
      ...rest
    })
    return quarantine
  }

  /** The person has chosen. The bytes stay. */
  async settle(place: string, how: string): Promise<void> {
    const taken = await this.at(place)
    if (taken === undefined) return
    const note = this.note(taken.quarantine)
    const found = await note.load()
    if (found.kind === 'document') await note.write({ ...found.value, settled: how })
    ;(await this.waiting)?.delete(place)
  }

  private note(quarantine: string): ValidatedFile<Note> {
    const shown = quarantine.replace(/\.json$/, '.why.json')
    return new ValidatedFile(this.files, join(this.root, shown), shown, noteFormat)
  }

  private async load(): Promise<Map<string, Quarantined>> {
    const waiting = new Map<string, Quarantined>()
    for (const name of await this.names()) {
      const quarantine = `${QUARANTINE}/${name.replace(/\.why\.json$/, '.json')}`
      const note = await this.note(quarantine).load()
      if (note.kind !== 'document' || note.value.settled !== undefined) continue
      const { place, item, problem } = note.value
      if ((await this.files.stat(join(this.root, quarantine)).catch(() => undefined)) === undefined) continue
      waiting.set(place, {
        quarantine,
        problem: { file: place, ...(problem as Problem) },
        ...(item === undefined ? {} : { item })
      })
    }
    return waiting
  }

  private async names(): Promise<readonly string[]> {
    try {
      const entries = await this.files.list(join(this.root, QUARANTINE))
      return entries.filter(entry => entry.name.endsWith('.why.json')).map(entry => entry.name)
    } catch (error) {
      if (error instanceof FileError) return []
      throw error
    }
  }
}
