import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { countedWav } from '../../../project/test/counted-wav.ts'
import { recordedProject, transcriptionTask } from '../../../project/test/recorded-project.ts'
import { openWindow } from '../../test/window.tsx'

it('an audio folder is cut into clips where that is chosen, and the choice is gone for a format without it', async () => {
  const user = userEvent.setup()
  const made = await recordedProject(transcriptionTask(['Ann'], 'segments'), {
    'call.wav': {
      bytes: countedWav(2),
      said: [
        [0, 1, 'Hi', 'Ann'],
        [1, 2, 'Yes', 'Ann']
      ]
    }
  })
  await made.close()
  const disk = Object.fromEntries(made.files.snapshot())
  const { desktop } = await openWindow(disk, { open: made.root, pick: () => '/out' })
  await screen.findByRole('heading', { name: /call/ })
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('radio', { name: /audio folder/ }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Audio' }), 'clips')
  await screen.findByText(/Nothing is left behind/)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^Exported 2 items to/)
  await user.click(screen.getByRole('radio', { name: /SRT/ }))
  expect({
    clips: [...desktop.files.snapshot().keys()].filter(
      path => path.startsWith('/out/') && path.endsWith('.wav')
    ),
    choices: screen.queryAllByRole('combobox').length
  }).toEqual({ clips: ['/out/clips/data/call/0001.wav', '/out/clips/data/call/0002.wav'], choices: 0 })
})

it('says how much in how many answers a format cannot carry', async () => {
  const user = userEvent.setup()
  const made = await recordedProject(transcriptionTask(['Ann'], 'segments'), {
    'call.wav': {
      bytes: countedWav(2),
      said: [
        [0, 1.2, 'Hi', 'Ann'],
        [0.5, 1.8, '', 'Ann'],
        [0.6, 1.7, '', 'Ann']
      ]
    }
  })
  await made.close()
  await openWindow(Object.fromEntries(made.files.snapshot()), { open: made.root, pick: () => '/out' })
  await screen.findByRole('heading', { name: /call/ })
  await user.click(screen.getByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('radio', { name: /TextGrid/ }))
  await screen.findByText('2 things in 1 answer cannot be carried by this format.')
  screen.getByRole('button', { name: /^Export without the 2/ })
})
