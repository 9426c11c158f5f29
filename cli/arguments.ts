import { parseArgs } from 'node:util'
import type { CommandUsage } from './usage.ts'

/** The words after a command, sorted out. Every list is in the order given. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}

export type ParsedArguments =
  { readonly ok: true; readonly arguments: Arguments } | { readonly ok: false; readonly message: string }

/** Strict: a word nobody asked for is an error, and so is an option given twice where one is meant. */
export function parseArguments(words: readonly string[], usage: CommandUsage): ParsedArguments {
  const refuse = (message: string): ParsedArguments => ({ ok: false, message })
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      usage.options.map(
        option => [option.name, { type: option.value === undefined ? 'boolean' : 'string' }] as const
      )
    ),
    strict: false,
    allowPositionals: true,
    tokens: true
  })
  const known = new Map(usage.options.map(option => [option.name, option]))
  const positionals: string[] = []
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  let open: string | undefined
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      open = undefined
    } else if (token.kind === 'positional') {
      if (open === undefined) positionals.push(token.value)
      else values.get(open)?.push(token.value)
    } else {
      open = undefined
      const option = known.get(token.name)
      if (option === undefined) return refuse(`${token.rawName} is not an option of "goldset ${usage.name}".`)
      if (option.value === undefined) {
        if (token.value !== undefined) return refuse(`--${option.name} takes no value.`)
        flags.add(option.name)
        continue
      }
      if (
        token.value === undefined ||
        token.value === '' ||
        looksLikeOption(token.value, token.inlineValue)
      ) {
        return refuse(`--${option.name} needs a value: --${option.name} ${option.value}.`)
      }
      const list = values.get(option.name) ?? []
      if (list.length > 0 && option.many === undefined) return refuse(`--${option.name} is given twice.`)
      values.set(option.name, [...list, token.value])
      if (option.many === 'words') open = option.name
    }
  }
  const missing = usage.positionals[positionals.length]
  if (missing !== undefined) return refuse(`<${missing}> is missing.`)
  // A variable that is not set in a script: an empty word must not mean the current folder.
  const empty = usage.positionals[positionals.indexOf('')]
  if (empty !== undefined) return refuse(`<${empty}> is empty.`)
  const extra = positionals[usage.positionals.length]
  if (extra !== undefined) return refuse(`"${extra}" is one word too many.`)
  for (const option of usage.options) {
    if (option.required === true && !values.has(option.name))
      return refuse(`--${option.name} ${option.value} is missing.`)
  }
  return { ok: true, arguments: { positionals, flags, values } }
}

function looksLikeOption(value: string, inline: boolean | undefined): boolean {
  return inline !== true && /^--[a-z]/.test(value)
}

export function one(given: Arguments, name: string): string | undefined {
  return given.values.get(name)?.[0]
}
