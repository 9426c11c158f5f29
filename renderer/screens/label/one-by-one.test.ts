import { expect, it } from 'vitest'
import { OneByOne } from './one-by-one.ts'

it('lets the next begin when one has ended, and leaves out those that gave up', () => {
  const turns = new OneByOne()
  const begun: string[] = []
  const join = (name: string) => turns.join(() => begun.push(name))
  const seen: string[] = []
  const look = () => seen.push(begun.join(''))
  const [a, b] = [join('a'), join('b')]
  const c = join('c')
  look()
  b()
  a()
  look()
  a()
  join('d')
  look()
  c()
  look()
  expect(seen).toEqual(['a', 'ac', 'ac', 'acd'])
})
