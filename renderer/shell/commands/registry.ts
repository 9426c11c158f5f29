import { actsWhileTyping, isSingleLetter, normalChord, writes } from './chord.ts'
import { type Command, partScope, type Place, taskScope } from './command.ts'

const nowhere: Place = {
  screen: 'home',
  tasks: [],
  activeTask: null,
  overlay: null,
  typing: false,
  answering: null,
  part: null
}

/**
 * The one place that knows commands, keys and scopes. Keys, caps, the key sheet, the palette, tooltips and rebinding
 * are all read from here. `subscribe` and `version` make it a store for React.
 */
export class CommandRegistry {
  version = 0
  #commands: readonly Command[] = []
  #place = nowhere
  #rebound: ReadonlyMap<string, readonly string[]> = new Map()
  readonly #listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Returns the removal. A command registered later with the same id stands in front of the earlier one. */
  register(commands: readonly Command[]): () => void {
    this.#commands = [...commands, ...this.#commands]
    this.#changed()
    return () => {
      const gone = new Set(commands)
      this.#commands = this.#commands.filter(command => !gone.has(command))
      this.#changed()
    }
  }

  get place(): Place {
    return this.#place
  }

  move(change: Partial<Place>): void {
    const next = { ...this.#place, ...change }
    if ((Object.keys(change) as (keyof Place)[]).every(key => this.#place[key] === next[key])) return
    this.#place = next
    this.#changed()
  }

  rebind(keys: Readonly<Record<string, readonly string[]>>): void {
    this.#rebound = new Map(Object.entries(keys))
    this.#changed()
  }

  /** Every command, each id once, in the order they were named; what acts everywhere comes last. */
  get all(): readonly Command[] {
    const byId = new Map<string, Command>()
    for (const command of this.#commands) if (!byId.has(command.id)) byId.set(command.id, command)
    const last = (command: Command) => (command.scope === 'app' ? 1 : 0)
    return [...byId.values()].sort((a, b) => last(a) - last(b))
  }

  byId(id: string): Command | undefined {
    return this.#commands.find(command => command.id === id)
  }

  /** As the person has them now, in the registry's form. */
  keysOf(command: Command): readonly string[] {
    return (this.#rebound.get(command.bindingId ?? command.id) ?? command.keys).map(normalChord)
  }

  isRebound(command: Command): boolean {
    return this.#rebound.has(command.bindingId ?? command.id)
  }

  /** Whether this chord would reach this command now, if nothing stood before it. */
  acts(command: Command, chord: string): boolean {
    const { screen, activeTask, tasks, overlay, typing, part } = this.#place
    if (typing && overlay === null && !actsWhileTyping(chord) && !this.#actsInAnswer(command, chord))
      return false
    // The key that opened an overlay closes it.
    if (overlay !== null) return command.scope === overlay || command.id === `app.${overlay}`
    if (command.scope === 'app' || command.scope === screen) return true
    if (part !== null && command.scope === partScope(part)) return true
    if (activeTask !== null && command.scope === taskScope(activeTask)) return true
    return isSingleLetter(chord) && tasks.some(task => command.scope === taskScope(task))
  }

  /** The key to show: the first that acts now, else the first. */
  capOf(command: Command): string | undefined {
    const keys = this.keysOf(command)
    return keys.find(key => this.acts(command, key)) ?? keys[0]
  }

  /** The command that the first of these chords reaches. */
  find(chords: readonly string[]): Command | undefined {
    for (const chord of chords) {
      for (const command of this.#inOrder())
        if (
          this.keysOf(command).includes(chord) &&
          this.acts(command, chord) &&
          (command.enabled?.() ?? true)
        )
          return command
    }
    return undefined
  }

  /** Runs a command by id, wherever the keys are; false if there is none or it cannot run now. */
  run(id: string): boolean {
    const command = this.byId(id)
    if (command === undefined || command.enabled?.() === false) return false
    command.run()
    return true
  }

  /** What acts here, now, from the key sheet's point of view: the place without its overlay, its text field and its parts. */
  inPlace(): readonly { readonly command: Command; readonly keys: readonly string[] }[] {
    const place = this.#place
    this.#place = { ...place, overlay: null, typing: false, answering: null, part: null }
    const found = this.all
      .map(command => ({ command, keys: this.keysOf(command).filter(key => this.find([key]) === command) }))
      .filter(entry => entry.keys.length > 0)
    this.#place = place
    return found
  }

  /** What acts in a part of the screen while that part has the focus, whether it has it or not. */
  inParts(): readonly { readonly command: Command; readonly keys: readonly string[] }[] {
    return this.all
      .filter(({ scope }) => scope.startsWith(partScope('')))
      .map(command => ({ command, keys: this.keysOf(command) }))
      .filter(({ keys }) => keys.length > 0)
  }

  /** Whether a key that is a text field's own reaches this command all the same. A key that writes something never does. */
  #actsInAnswer({ whileAnswering, scope }: Command, chord: string): boolean {
    const { answering } = this.#place
    if (whileAnswering === undefined || answering === null || writes(chord)) return false
    return whileAnswering === 'any' || scope === taskScope(answering)
  }

  #inOrder(): readonly Command[] {
    const { screen, activeTask } = this.#place
    const rank = (command: Command) => {
      if (command.scope.startsWith(partScope(''))) return -1
      if (activeTask !== null && command.scope === taskScope(activeTask)) return 0
      if (command.scope.startsWith('task:')) return 1
      return command.scope === screen ? 2 : 3
    }
    return [...this.#commands].sort((a, b) => rank(a) - rank(b))
  }

  #changed(): void {
    this.version++
    for (const listener of [...this.#listeners]) listener()
  }
}
