import { expect, test } from 'vitest'
import { ProjectRequests } from './project-requests.ts'

test('what is asked for before the window can hear waits for it; later it is told at once, and always given', () => {
  const given: string[] = []
  const told: string[] = []
  const requests = new ProjectRequests(folder => void given.push(folder))
  requests.ask('/a/goldset.json')
  requests.ask('/b')
  const waiting = requests.waiting
  requests.tell = folder => told.push(folder) > 0
  requests.ask('/c/goldset.json')
  expect({ given, waiting, told, after: requests.waiting }).toEqual({
    given: ['/a', '/b', '/c'],
    waiting: '/b',
    told: ['/c'],
    after: '/b'
  })
})
