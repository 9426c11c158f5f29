import { expect, it } from 'vitest'
import { OneByOne } from './one-by-one.ts'

const settled = () => new Promise(resolve => setTimeout(resolve))

it('lets the next begin when one has ended or failed, and leaves out those that gave up', async () => {
  const turns = new OneByOne()
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const join = (name: string) =>
    turns.join(() => {
      begun.push(name)
      return new Promise<void>((resolve, reject) => {
        ends.set(name, error => (error === undefined ? resolve() : reject(error)))
      })
    })
  const seen: string[] = []
  const look = async () => {
    await settled()
    seen.push(begun.join(''))
  }
  const [giveUpA, giveUpB] = [join('a'), join('b')]
  join('c')
  giveUpA()
  giveUpB()
  await look()
  ends.get('a')?.()
  await look()
  join('d')
  ends.get('c')?.(new Error('broken'))
  await look()
  ends.get('d')?.()
  await look()
  join('e')
  await look()
  expect(seen).toEqual(['a', 'ac', 'acd', 'acd', 'acde'])
})
