import { expect, test } from 'vitest'
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
