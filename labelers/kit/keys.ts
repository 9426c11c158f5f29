import type { Label } from '../../schemas/label-set.ts'
import type { Problem } from '../../schemas/schema.ts'

/** Keys the label screen keeps for itself. A label that asks for one of these does not get it. */
export const reservedKeys: ReadonlySet<string> = new Set([
  ...'ADSFUCG',
  ...'?/;{}[]',
  'Space',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Enter',
  'Escape',
  'Delete',
  'Backspace',
  'Tab'
])

const none: ReadonlySet<string> = new Set()

const digits = [...'1234567890']
const digitAt = (place: number): string | undefined =>
  place < 10 ? digits[place] : place < 20 ? `Shift+${digits[place - 10]}` : undefined

/** How the registry writes the key a team lead typed: letters as on the cap, `b` is `B`. Undefined: not one character. */
function keyName(key: string): string | undefined {
  const characters = [...key]
  if (characters.length !== 1 || /\s/u.test(key)) return undefined
  const upper = key.toUpperCase()
  return [...upper].length === 1 ? upper : key
}

/**
 * The keys of every label that is offered, by label id: its own key first, then the digit of its place
 * (1 to 9, 0, and Shift with them for the 11th to the 20th). No key is given twice: own keys win, earlier labels win.
 * `kept` are the keys the labeler has for itself besides those of the screen, letters in upper case: no label gets one.
 */
export function labelKeys(
  labels: readonly Label[],
  kept: ReadonlySet<string> = none
): ReadonlyMap<string, readonly string[]> {
  const offered = labels.filter(label => label.retired !== true)
  const taken = new Set<string>()
  const own = new Map<string, string>()
  for (const label of offered) {
    const name = label.key === undefined ? undefined : keyName(label.key)
    if (
      name === undefined ||
      reservedKeys.has(name) ||
      kept.has(name) ||
      taken.has(name) ||
      own.has(label.id)
    )
      continue
    taken.add(name)
    own.set(label.id, name)
  }
  return new Map(
    offered.map((label, place) => {
      const mine = own.get(label.id)
      const digit = digitAt(place)
      const keys = mine === undefined ? [] : [mine]
      return [label.id, digit === undefined || taken.has(digit) ? keys : [...keys, digit]]
    })
  )
}

/** What is wrong with a label set beyond its schema. Paths start at the config: `/labels/2/key`. `kept` as in `labelKeys`. */
export function labelSetProblems(
  labels: readonly Label[],
  kept: ReadonlySet<string> = none
): readonly Problem[] {
  const problems: Problem[] = []
  const ids = new Map<string, number>()
  const names = new Map<string, string>()
  const classes = new Map<number, string>()
  const keys = new Map<string, string>()
  for (const [place, label] of labels.entries()) {
    const say = (part: string, message: string) =>
      problems.push({ path: `/labels/${place}/${part}`, message })
    if (ids.has(label.id)) say('id', `The id "${label.id}" is used twice; every label needs its own.`)
    ids.set(label.id, place)
    const sameName = names.get(label.name)
    if (sameName !== undefined)
      say(
        'name',
        `"${label.name}" names two labels (${sameName} and ${label.id}); exports could not tell them apart.`
      )
    names.set(label.name, label.id)
    const sameClass = classes.get(label.exportIndex)
    if (sameClass !== undefined)
      say('exportIndex', `Class number ${label.exportIndex} belongs to "${sameClass}" already.`)
    if (label.exportIndex > HIGHEST_CLASS)
      say('exportIndex', `Class number ${label.exportIndex} is too high; the highest is ${HIGHEST_CLASS}.`)
    classes.set(label.exportIndex, label.name)
    if (label.key === undefined || label.retired === true) continue
    const key = keyName(label.key)
    if (key === undefined) say('key', `The key "${label.key}" of "${label.name}" must be one character.`)
    else if (reservedKeys.has(key))
      say('key', `The key ${key} of "${label.name}" belongs to the label screen; choose another.`)
    else if (kept.has(key))
      say('key', `The key ${key} of "${label.name}" belongs to the tools of this task; choose another.`)
    else if (keys.has(key)) say('key', `The key ${key} is used by "${keys.get(key)}" and by "${label.name}".`)
    else keys.set(key, label.name)
  }
  return problems
}

/** Class lists in exports are written out in full, so a class number must leave them a sensible size. */
export const HIGHEST_CLASS = 9999
