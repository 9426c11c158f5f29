import type { Command } from './commands/command.ts'

export interface SheetRow {
  readonly id: string
  readonly title: string
  /** As caps are written; `1–9` stands for a run of digits. */
  readonly keys: readonly string[]
}

type Keyed = Pick<Command, 'id' | 'title'> & { readonly keys: readonly string[] }

const mostCaps = 9
const leastRun = 3

/**
 * The commands of one group in few rows: what differs by the label alone is one row, and so is everything that does the
 * same with Shift held.
 */
export function sheetRows(commands: readonly Keyed[]): readonly SheetRow[] {
  const runs = new Map<string, Keyed[]>()
  for (const command of commands) {
    const run = runs.get(runOf(command))
    if (run === undefined) runs.set(runOf(command), [command])
    else run.push(command)
  }
  const byTitle = new Map(commands.map(command => [command.title, command]))
  const done = new Set<string>()
  const held: SheetRow[] = []
  const rows = commands.flatMap((command): SheetRow[] => {
    const run = runs.get(runOf(command)) ?? []
    const fold = run.length >= leastRun ? runOf(command) : shiftedOf(command, byTitle)
    if (fold === undefined) return [{ id: command.id, title: command.title, keys: command.keys.slice(0, 2) }]
    if (done.has(fold)) return []
    done.add(fold)
    if (run.length >= leastRun) return [runRow(command.id, run)]
    held.push({ id: command.id, title: `${capital(fold)}: hold Shift`, keys: ['Shift'] })
    return []
  })
  return [...rows, ...held]
}

/** Commands of one verb for several labels: `entities/label.apply:person` is one of `entities/label.apply`. */
function runOf({ id }: Keyed): string {
  const colon = id.indexOf(':', id.lastIndexOf('/') + 1)
  return colon === -1 ? id : id.slice(0, colon)
}

/** `extending the selection`, if this is another command with Shift held and says so in its title. */
function shiftedOf({ title, keys }: Keyed, byTitle: ReadonlyMap<string, Keyed>): string | undefined {
  const comma = title.lastIndexOf(', ')
  const base = comma === -1 ? undefined : byTitle.get(title.slice(0, comma))
  const withoutShift = keys.map(key => key.replace('Shift+', ''))
  return base !== undefined && base.keys.join() === withoutShift.join() ? title.slice(comma + 2) : undefined
}

function runRow(id: string, run: readonly Keyed[]): SheetRow {
  const ending = commonEnding(run.map(({ title }) => title))
  const title = ending === '' ? `Any of ${run.length}` : `Any of ${run.length}${ending}`
  const keys = shortened(run.flatMap(({ keys }) => keys.slice(0, 1)))
  return { id, title, keys: keys.length > mostCaps ? [...keys.slice(0, mostCaps - 1), '…'] : keys }
}

/** ` on every match`, where all titles end so: whole words only. */
function commonEnding(titles: readonly string[]): string {
  const [first = ''] = titles
  const words = first.split(' ')
  for (let from = 1; from < words.length; from++) {
    const ending = ` ${words.slice(from).join(' ')}`
    if (titles.every(title => title.endsWith(ending))) return ending
  }
  return ''
}

/** Digits in a row with the same modifiers are one cap. */
function shortened(keys: readonly string[]): readonly string[] {
  const short: { before: string; from: number; to: number; key: string }[] = []
  for (const key of keys) {
    const digit = /^(.*?)([0-9])$/.exec(key)
    const [before, at] = [digit?.[1] ?? '', digit === null ? -1 : Number(digit[2])]
    const last = short.at(-1)
    if (digit !== null && last !== undefined && last.before === before && last.to >= 0 && last.to + 1 === at)
      last.to = at
    else short.push({ before, from: at, to: at, key })
  }
  return short.map(({ before, from, to, key }) => (from === to ? key : `${before}${from}–${to}`))
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
