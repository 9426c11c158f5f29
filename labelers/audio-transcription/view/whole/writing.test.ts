import { expect, test } from 'vitest'
import { writesFromRight } from './writing.ts'

test('a language says where its lines begin, and a script says it better', () => {
  const codes = ['ar', 'ar-EG', 'he', 'fa-Latn', 'ku-Arab-IQ', 'en', 'az-Arab', 'sd-Deva', '']
  expect(codes.filter(writesFromRight)).toEqual(['ar', 'ar-EG', 'he', 'ku-Arab-IQ', 'az-Arab'])
})
