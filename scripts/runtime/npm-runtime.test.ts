import { expect, test } from 'vitest'
import { keptAs } from './npm-runtime.ts'

test('of the npm-hosted runtime all is kept but the app inside it', () => {
  const entries = [
    'Cypress/',
    'Cypress/Cypress',
    'Cypress/libffmpeg.so',
    'Cypress/locales/de.pak',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/v8_context_snapshot.bin',
    'Cypress/resources/app/package.json',
    'Cypress/resources/app-update.yml'
  ]
  expect(entries.map(keptAs)).toEqual([
    undefined,
    'electron',
    'libffmpeg.so',
    'locales/de.pak',
    undefined,
    'v8_context_snapshot.bin',
    undefined,
    undefined
  ])
})
