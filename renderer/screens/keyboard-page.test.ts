import { expect, it } from 'vitest'
import { keyboardPage } from './keyboard-page.ts'

// After a key was changed: npx vitest run --project unit renderer/screens/keyboard-page.test.ts -u
it('is what docs/keyboard.md says', async () => {
  await expect(keyboardPage()).toMatchFileSnapshot('../../docs/keyboard.md')
})
