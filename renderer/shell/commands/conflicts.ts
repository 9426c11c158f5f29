import { isSingleLetter, normalChord } from './chord.ts'
import type { Command } from './command.ts'
import type { CommandRegistry } from './registry.ts'

/** Those among `commands` that this key would reach in some place where it should reach `command`. */
export function conflictsOf(
  registry: CommandRegistry,
  command: Command,
  written: string,
  commands: readonly Command[] = registry.all
): readonly Command[] {
  const chord = normalChord(written)
  return commands.filter(
    other =>
      other.id !== command.id &&
      meet(command.scope, other.scope, chord) &&
      registry.keysOf(other).includes(chord)
  )
}

function meet(a: string, b: string, chord: string): boolean {
  if (a === b || a === 'app' || b === 'app') return true
  const [aTask, bTask] = [a.startsWith('task:'), b.startsWith('task:')]
  if (aTask && bTask) return isSingleLetter(chord)
  return (aTask && b === 'label') || (bTask && a === 'label')
}
