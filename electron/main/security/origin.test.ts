import { expect, test } from 'vitest'
import { isLocal } from './network.ts'
import { isOwnPage } from './origin.ts'
import { isTrustedSender } from './sender.ts'

test('only addresses of our own host are our pages', () => {
  const addresses = [
    'goldset://app/index.html',
    'goldset://app/',
    'goldset-data://media/index.html',
    'goldset://app.example/index.html',
    'goldset://evil@app/index.html',
    'goldset://app:8080/index.html',
    'https://app/index.html',
    'file:///index.html',
    'about:blank',
    ''
  ]
  expect(addresses.filter(isOwnPage)).toEqual(['goldset://app/index.html', 'goldset://app/'])
})

test('nothing leaves the machine', () => {
  const addresses = [
    'goldset-data://media/a.png',
    'blob:goldset://app/1',
    'https://example.org',
    'http://127.0.0.1',
    'ws://x',
    'file:///etc/passwd',
    'ftp://x',
    ''
  ]
  expect(addresses.filter(isLocal)).toEqual(['goldset-data://media/a.png', 'blob:goldset://app/1'])
})

test('a call counts only from the top frame of our page', () => {
  const frame = (url: string, parent: unknown) =>
    ({ senderFrame: { url, parent } }) as Parameters<typeof isTrustedSender>[0]
  expect([
    isTrustedSender(frame('goldset://app/index.html', null)),
    isTrustedSender(frame('goldset://app/index.html', {})),
    isTrustedSender(frame('https://example.org/', null)),
    isTrustedSender({ senderFrame: null })
  ]).toEqual([true, false, false, false])
})
