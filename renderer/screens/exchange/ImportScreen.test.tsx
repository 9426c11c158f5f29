import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { picturesProject } from '../../../project/test/pictures-project.ts'
import { openWindow } from '../../test/window.tsx'

const folder = '/data/streets'
const labelme = JSON.stringify({
  imagePath: 'a.png',
  imageWidth: 64,
  imageHeight: 48,
  shapes: [
    {
      label: 'Car',
      shape_type: 'rectangle',
      points: [
        [10, 10],
        [30, 30]
      ]
    }
  ]
})

it('a folder is imported where the format reads folders, and is not offered where it does not', async () => {
  const user = userEvent.setup()
  const disk = {
    [`${folder}/goldset.json`]: JSON.stringify(picturesProject()),
    [`${folder}/data/pictures.jsonl`]: '{"id":"a","image":"data/a.png"}\n',
    '/from/a.json': labelme
  }
  await openWindow(disk, { open: folder, pick: () => '/from' })
  await screen.findByRole('heading', { name: 'a' })
  await user.keyboard('{Control>}i{/Control}')
  const offered = () => screen.queryByRole('button', { name: 'Choose a folder' }) !== null
  await user.click(await screen.findByRole('radio', { name: /Goldset JSONL/ }))
  const asJsonl = offered()
  await user.click(screen.getByRole('radio', { name: /LabelMe/ }))
  await user.click(screen.getByRole('button', { name: 'Choose a folder' }))
  const report = await screen.findByText(/items get answers/)
  expect({ asJsonl, report: report.textContent }).toEqual({
    asJsonl: false,
    report: '1 items get answers, 0 are merged into answers that are there, 0 are left out.'
  })
})
