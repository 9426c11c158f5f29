import type { Command } from '../../shell/commands/command.ts'
import type { CommandRegistry } from '../../shell/commands/registry.ts'
import { labelScreenKeys } from '../label/use-label-commands.ts'

/** What can be rebound: the registered commands that last, and those of the label screen, which is not mounted now. */
export function knownCommands(registry: CommandRegistry): readonly Command[] {
  return [...labelScreenKeys(), ...registry.all.filter(command => command.scope === 'app')]
}
