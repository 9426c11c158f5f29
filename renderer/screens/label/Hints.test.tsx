import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { RegistryProvider } from '../../shell/commands/react.tsx'
import { CommandRegistry } from '../../shell/commands/registry.ts'
import { Hints } from './Hints.tsx'

afterEach(cleanup)

it('draws the keys dashed while another question has them or a field is typed in', () => {
  const registry = new CommandRegistry()
  registry.move({ screen: 'label', tasks: ['entities', 'mood'], activeTask: 'entities' })
  const { container } = render(
    <RegistryProvider registry={registry}>
      <Hints hints={[{ caps: ['Space'], text: 'next span' }]} task="entities" />
    </RegistryProvider>
  )
  const dashed = () => /off/.test(container.querySelector('kbd')?.className ?? '')
  const seen = [{}, { activeTask: 'mood' }, { activeTask: 'entities' }, { typing: true }].map(change => {
    act(() => registry.move(change))
    return dashed()
  })
  expect(seen).toEqual([false, true, false, true])
})
