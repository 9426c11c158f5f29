import packageJson from '../package.json' with { type: 'json' }
import { FileError } from '../project/files.ts'
import { type Arguments, parseArguments } from './arguments.ts'
import { exitCodes, type ExitCode, humanOf, ioError, jsonOf, type Outcome, usageError } from './outcome.ts'
import { type CommandName, commandNames, generalHelp, helpOf, usages, typed } from './usage.ts'

export interface Terminal {
  out(text: string): void
  err(text: string): void
}

/** What takes long may say so meanwhile, on stderr. */
type Command = (given: Arguments, terminal: Terminal) => Promise<Outcome>

/** Each loaded when it is asked for: `goldset --help` must not pay for reading CSV. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  new: async () => (await import('./commands/new.ts')).newCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  stats: async () => (await import('./commands/stats.ts')).statsCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  relink: async () => (await import('./commands/relink.ts')).relinkCommand,
  formats: async () => (await import('./commands/formats.ts')).formatsCommand
}

/** Runs one command line. `words` are those after `goldset`. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const json = words.includes('--json')
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return show({
      ...nothing,
      code: name === undefined ? exitCodes.usage : exitCodes.ok,
      lines: generalHelp()
    })
  }
  if (name === '--version' || name === '-v') return show({ ...nothing, lines: [packageJson.version] })
  if (!isCommand(name)) {
    return show(usageError(`"${name}" is not a command. The commands are ${commandNames.join(', ')}.`))
  }
  if (rest.includes('--help')) return show({ ...nothing, lines: helpOf(usages[name]) })

  const parsed = parseArguments(rest, usages[name])
  const outcome = parsed.ok
    ? await attempt(await commands[name](), parsed.arguments, json ? quiet : terminal)
    : usageError(parsed.message)
  return show(outcome, usages[name].lines)

  function show(outcome: Outcome, usage: readonly string[] = []): ExitCode {
    if (json) {
      terminal.out(jsonOf(outcome))
      return outcome.code
    }
    const { out, err } = humanOf(outcome)
    if (out !== '') terminal.out(out)
    if (err !== '') terminal.err(err)
    if (outcome.code === exitCodes.usage && usage.length > 0) {
      terminal.err(`\nUsage:\n${usage.map(line => `${typed(line)}\n`).join('')}`)
    }
    return outcome.code
  }
}

/** With `--json` nothing but the document is printed. */
const quiet: Terminal = { out: () => undefined, err: () => undefined }

const nothing: Outcome = { code: exitCodes.ok, lines: [], problems: [], json: {} }

async function attempt(command: Command, given: Arguments, terminal: Terminal): Promise<Outcome> {
  try {
    return await command(given, terminal)
  } catch (error) {
    if (error instanceof FileError) return ioError([{ file: error.path, message: error.message }])
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return ioError([
      { message: `This is a mistake in goldset, not in your files. Please report it.\n${detail}` }
    ])
  }
}

function isCommand(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name)
}
