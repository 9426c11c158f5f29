import { contract, type CallName, type InputOf } from '../api/contract.ts'
import { describe } from '../../schemas/schema.ts'
import { validate } from '../../schemas/validate.ts'

/** An input that does not fit the contract. The window is not trusted, so this is an answer and not a crash. */
export class RefusedInput extends Error {
  constructor(name: string, reason: string) {
    super(`"${name}" refused its input. ${reason}`)
    this.name = 'RefusedInput'
  }
}

/** The input as the handler may rely on it. @throws RefusedInput */
export function parseInput<Name extends CallName>(name: Name, input: unknown): InputOf<Name> {
  const problems = validate(contract[name].input, input)
  const [first] = problems
  if (first !== undefined) throw new RefusedInput(name, describe(first))
  return input as InputOf<Name>
}
