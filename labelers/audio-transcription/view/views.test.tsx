import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { labelSet } from '../../../schemas/label-set.ts'
import { seconds } from '../../kit/seconds.ts'
import { sharedState } from '../../kit/view/test/shared-state.ts'
import { noSound } from '../../test/no-sound.ts'
import { keys } from '../keys.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config, Segment } from '../schema.ts'
import { AnswerView } from './AnswerView.tsx'
import { SegmentTable } from './SegmentTable.tsx'
import { noCaret } from './text-caret.ts'
import { type Props, useTranscriptState } from './transcript-state.ts'
import { useLabelKeys } from './use-label-keys.ts'

afterEach(cleanup)

const config: Config = {
  labels: labelSet(['Nurse', '__proto__', '<b>Child</b>']),
  kinds: [],
  mode: 'segments',
  overlap: 'speakers',
  marks: [{ text: '[noise]', name: 'Noise', key: 'n' }],
  rules: { empty: true, spaces: true },
  language: 'en'
}
const [nurse = '', proto = ''] = config.labels.map(({ id }) => id)
const segment = (place: number, text: string, speaker: string | null): Segment => ({
  id: `g${place + 1}`,
  start: seconds(place * 2),
  end: seconds(place * 2 + 1.5),
  speaker,
  text
})
const three: Answer = {
  duration: seconds(20_000),
  segments: [segment(0, 'Okay.', nurse), segment(1, 'No,  no swelling.', proto), segment(2, '', null)]
}

/** The table and the panel on the right, over the real reducer; what is drawn on a canvas is tried in a real window. */
function open(initial: Answer, readOnly = false) {
  const shared = sharedState()
  const handlers = new Map<string, () => void>()
  const gestures: (string | undefined)[] = []
  let answer = initial
  const item = { id: 'i', source: '', fingerprint: '', fields: { audio: 'i.wav' }, meta: {} }
  const task = {
    id: 't',
    title: 'Transcript',
    labeler: 'audio-transcription',
    labelerVersion: 1,
    field: 'audio',
    config
  }
  const scope = {
    active: true,
    take: () => undefined,
    capOf: (id: string) => keys(config).find(binding => binding.id === id)?.keys[0],
    acts: () => true
  }
  function Halves() {
    const [now, setNow] = useState(initial)
    answer = now
    const props: Props = {
      task,
      config,
      item,
      answer: now,
      readOnly,
      scope,
      shared,
      dispatch: (command: Command, gesture?: string) => {
        gestures.push(gesture)
        setNow(before => reduce(before, command, { config, item, field: 'audio', required: true }))
      },
      onKey: own => {
        for (const [id, handler] of Object.entries(own))
          handlers.set(id, () => handler({ id, title: '', keys: [], group: '' }))
        return () => undefined
      },
      toast: () => undefined,
      mediaUrl: String,
      sound: noSound,
      previousAnswer: () => Promise.resolve(null),
      ahead: []
    }
    const state = useTranscriptState(props)
    useLabelKeys({ props, state })
    const [caret] = useState(noCaret)
    return (
      <>
        <SegmentTable
          props={props}
          state={state}
          caret={caret}
          onTyping={() => undefined}
          onTake={() => undefined}
        />
        <AnswerView {...props} />
      </>
    )
  }
  render(<Halves />)
  return {
    texts: () => answer.segments.map(({ text, speaker }) => `${speaker ?? '-'}: ${text}`),
    press: (id: string) => act(() => handlers.get(id)?.()),
    steps: () => new Set(gestures).size
  }
}

const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => `${row.ariaCurrent === 'true' ? '> ' : ''}${row.textContent}`)

test('every segment is a row with its times, and names of speakers are text', () => {
  open(three)
  expect(rows()).toEqual([
    '11Nurse00:00.0000:01.503Okay.',
    '22__proto__00:02.0000:03.5011No,  no swelling.',
    '3?Nobody00:04.0000:05.50empty'
  ])
})

test('what is typed is the answer at every key, a word or a mark is one step, and the mark stands where its key was typed', async () => {
  const { texts, steps } = open(three)
  await userEvent.click(screen.getByText('empty'))
  await userEvent.keyboard('well ;n yes')
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of segment 3' })
  expect([texts()[2], field.selectionStart, steps()]).toEqual(['-: well [noise] yes', 16, 5])
})

test('the rules speak on the right about the segment in hand, and their key mends it', async () => {
  const { texts, press } = open(three)
  await userEvent.click(screen.getByText('00:02.00'))
  const said = screen.getByText('There are two blanks in a row.').textContent
  // Behind the field that is typed in, which cannot underline.
  const behind = screen.getByRole('textbox', { name: 'Text of segment 2' }).previousElementSibling
  const underlined = [...(behind?.querySelectorAll('u') ?? [])].map(each => each.textContent)
  press('finding.mend')
  expect([said, underlined, behind?.textContent, texts()[1]]).toEqual([
    'Segment 2. There are two blanks in a row.Ctrl. change it',
    ['  '],
    'No, no swelling.',
    `${proto}: No, no swelling.`
  ])
})

test('a speaker is given to all that is selected, by click and by key', async () => {
  const { texts, press } = open(three)
  const user = userEvent.setup()
  await user.click(screen.getByText('00:04.00'))
  await user.click(screen.getByRole('radio', { name: /Nurse/ }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByText('00:00.00'))
  await user.keyboard('{/Shift}')
  press(`speaker.apply:${proto}`)
  expect(texts()).toEqual([`${proto}: Okay.`, `${proto}: No,  no swelling.`, `${proto}: `])
})

test('read-only, nothing can be typed', async () => {
  open(three, true)
  await userEvent.click(screen.getByText('Okay.'))
  expect([screen.queryByRole('textbox'), rows()[0]?.startsWith('> ')]).toEqual([null, true])
})

test('of five thousand segments those in sight have rows', () => {
  const segments = Array.from({ length: 5000 }, (_, place) => segment(place, 'Okay.', nurse))
  open({ duration: seconds(20_000), segments })
  const table = screen.getByRole('table')
  expect([rows().length < 60, table.getAttribute('aria-rowcount')]).toEqual([true, '5001'])
})
