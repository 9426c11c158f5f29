import { describe, expect, it } from 'vitest'
import type { Command } from './command.ts'
import { conflictsOf } from './conflicts.ts'
import { CommandRegistry } from './registry.ts'

const command = (id: string, scope: string, ...keys: string[]): Command => ({
  id,
  title: id,
  group: 'Test',
  scope,
  keys,
  run: () => {}
})

function registryWith(...commands: Command[]): CommandRegistry {
  const registry = new CommandRegistry()
  registry.register(commands)
  registry.move({ screen: 'label', tasks: ['entities', 'intent'], activeTask: 'entities' })
  return registry
}

const reached = (registry: CommandRegistry, keys: readonly string[]) =>
  keys.map(key => `${key}: ${registry.find([key])?.id ?? '-'}`)

describe('which command a key reaches', () => {
  const commands = [
    command('home.open', 'home', 'Enter'),
    command('item.next', 'label', 'd'),
    command('item.submit', 'label', 'Ctrl+Enter', 'Enter'),
    command('app.palette', 'app', 'Ctrl+k'),
    command('entities/person', 'task:entities', 'P', '1'),
    command('intent/book', 'task:intent', 'B', '1'),
    command('intent/next', 'task:intent', 'ArrowDown')
  ]
  const keys = ['d', '1', 'p', 'b', 'ArrowDown', 'Enter', 'Ctrl+Enter', 'Ctrl+k']

  it('gives the active task all its keys, other tasks their letters, then the screen, then the window', () => {
    expect(reached(registryWith(...commands), keys)).toEqual([
      'd: item.next',
      '1: entities/person',
      'p: entities/person',
      'b: intent/book',
      'ArrowDown: -',
      'Enter: item.submit',
      'Ctrl+Enter: item.submit',
      'Ctrl+k: app.palette'
    ])
  })

  it('moves the digits along when another task takes the keys', () => {
    const registry = registryWith(...commands)
    registry.move({ activeTask: 'intent' })
    expect(reached(registry, ['1', 'ArrowDown', 'p'])).toEqual([
      '1: intent/book',
      'ArrowDown: intent/next',
      'p: entities/person'
    ])
  })

  it('leaves only Ctrl forms while a text field is typed in', () => {
    const registry = registryWith(...commands)
    registry.move({ typing: true })
    expect(reached(registry, keys).filter(line => !line.endsWith('-'))).toEqual([
      'Ctrl+Enter: item.submit',
      'Ctrl+k: app.palette'
    ])
  })

  it('gives an answer that is typed the keys its task claims there, and undo, but none that writes', () => {
    const claimed = (id: string, scope: string, ...keys: string[]): Command => ({
      ...command(id, scope, ...keys),
      whileAnswering: 'own'
    })
    const registry = registryWith(
      claimed(
        'entities/play',
        'task:entities',
        'Escape',
        'Alt+1',
        'Ctrl+ArrowDown',
        'Shift+Tab',
        'p',
        'Shift+p',
        'Enter'
      ),
      claimed('intent/play', 'task:intent', 'Alt+2'),
      { ...command('edit.undo', 'app', 'Ctrl+z'), whileAnswering: 'any' }
    )
    const keys = [
      'Escape',
      'Alt+1',
      'Ctrl+ArrowDown',
      'Shift+Tab',
      'p',
      'Shift+p',
      'Enter',
      'Alt+2',
      'Ctrl+z'
    ]
    const acting = () => reached(registry, keys).filter(line => !line.endsWith('-'))
    registry.move({ typing: true, answering: 'entities' })
    const inAnswer = acting()
    registry.move({ answering: null })
    expect([inAnswer, acting()]).toEqual([
      [
        'Escape: entities/play',
        'Alt+1: entities/play',
        'Ctrl+ArrowDown: entities/play',
        'Shift+Tab: entities/play',
        'Ctrl+z: edit.undo'
      ],
      []
    ])
  })

  it('lets nothing through an overlay but the key that opened it', () => {
    const registry = registryWith(...commands)
    registry.move({ overlay: 'palette' })
    expect(reached(registry, keys).filter(line => !line.endsWith('-'))).toEqual(['Ctrl+k: app.palette'])
  })

  it('falls through a command that cannot run now', () => {
    const blocked = { ...command('entities/apply', 'task:entities', 'Enter'), enabled: () => false }
    expect(reached(registryWith(blocked, ...commands), ['Enter'])).toEqual(['Enter: item.submit'])
  })

  it('follows rebound keys', () => {
    const registry = registryWith(...commands)
    registry.rebind({ 'item.next': ['N'] })
    expect(reached(registry, ['d', 'n'])).toEqual(['d: -', 'n: item.next'])
  })
})

it('shows a key that acts now before one that does not', () => {
  const registry = registryWith(command('intent/book', 'task:intent', '1', 'B'))
  const book = registry.byId('intent/book')
  expect(book && registry.capOf(book)).toBe('b')
})

it('lists in the key sheet only what acts in this place, without keys another command stands before', () => {
  const registry = registryWith(
    command('home.open', 'home', 'h'),
    command('item.next', 'label', 'd', '1'),
    command('entities/person', 'task:entities', '1'),
    command('intent/book', 'task:intent', '1')
  )
  expect(registry.inPlace().map(({ command, keys }) => `${command.id} ${keys.join()}`)).toEqual([
    'item.next d',
    'entities/person 1'
  ])
})

it('lists the keys of parts of the screen apart, whether a part has the focus or not', () => {
  const registry = registryWith(
    { ...command('queue.down', 'part:queue', 'ArrowDown', 's'), enabled: () => false },
    command('item.skip', 'label', 's')
  )
  const listed = () =>
    [registry.inPlace(), registry.inParts()].map(part =>
      part.map(({ command, keys }) => `${command.id} ${keys.join()}`)
    )
  const outside = listed()
  registry.move({ part: 'queue' })
  expect([outside, listed()]).toEqual([
    [['item.skip s'], ['queue.down ArrowDown,s']],
    [['item.skip s'], ['queue.down ArrowDown,s']]
  ])
})

it('finds who has a key already, in every place where both would act', () => {
  const next = command('item.next', 'label', 'd')
  const registry = registryWith(
    next,
    command('home.open', 'home', 'x'),
    command('app.x', 'app', 'x'),
    command('entities/x', 'task:entities', 'X'),
    command('label.y', 'label', 'y')
  )
  expect(conflictsOf(registry, next, 'X').map(other => other.id)).toEqual(['entities/x', 'app.x'])
})
