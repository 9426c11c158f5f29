import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { RowList } from './RowList.tsx'

const things = Array.from({ length: 5000 }, (_, n) => ({ id: `s${n + 1}`, depth: n % 4 }))

test('of five thousand things those in sight have rows, each saying where it stands among all', async () => {
  const taken: string[] = []
  const list = (selected: string) => (
    <RowList
      name="Segments"
      things={things}
      rowOf={({ id, depth }) => ({ depth, struck: id === 's2', badge: <b>A</b>, text: id, note: '1.2 s' })}
      selected={new Set([selected])}
      onTake={({ id }) => taken.push(id)}
    />
  )
  const { rerender, container } = render(list('s2'))
  const rows = screen.getAllByRole('option')
  const [, second] = rows.map(row => [row.textContent, row.ariaSelected, row.ariaPosInSet, row.ariaSetSize])
  const depths = rows.slice(0, 4).map(row => row.dataset['depth'])
  const scroller = container.firstElementChild as HTMLElement
  await userEvent.click(screen.getByText('s4'))
  rerender(list('s900'))
  expect({
    fewer: rows.length < 100,
    height: screen.getByRole('listbox', { name: 'Segments' }).style.height,
    second,
    depths,
    taken,
    bottom: scroller.scrollTop + scroller.clientHeight
  }).toEqual({
    fewer: true,
    height: '120000px',
    second: ['As21.2 s', 'true', '2', '5000'],
    depths: ['0', '1', '2', '2'],
    taken: ['s4'],
    bottom: 900 * 24
  })
})
