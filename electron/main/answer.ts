import type { CallName, Handlers } from '../api/contract.ts'
import { parseInput } from './parse-input.ts'

/** One call as main answers it: what is asked is checked first. @throws RefusedInput */
export async function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  input: unknown
): Promise<unknown> {
  return handlers[name](parseInput(name, input))
}
