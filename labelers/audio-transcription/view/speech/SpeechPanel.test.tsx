import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { type Seconds, seconds } from '../../../kit/seconds.ts'
import type { Sound, SoundState, SpeechPiece, SpeechSettings } from '../../../kit/sound.ts'
import { noSound } from '../../../test/no-sound.ts'
import type { Answer, Command, Segment } from '../../schema.ts'
import { SpeechPanel } from './SpeechPanel.tsx'

afterEach(cleanup)

/** Ten seconds in which a loud sentence, a quiet one and a very quiet one are said. */
function spoken(): Sound & { asked: SpeechSettings[]; hold: () => () => void } {
  const said = [
    { start: 1, end: 2, from: 0.2 },
    { start: 4, end: 5, from: 0.5 },
    { start: 7, end: 8, from: 0.9 }
  ]
  const head = { duration: seconds(10), sampleRate: 8000, channels: 1 }
  const ready: SoundState = { state: 'ready', head }
  const asked: SpeechSettings[] = []
  let held: Promise<void> = Promise.resolve()
  let newest = 0
  return {
    ...noSound('call.wav'),
    asked,
    hold() {
      let go = () => {}
      held = new Promise(resolve => (go = resolve))
      return go
    },
    state: () => ready,
    async speech(settings) {
      asked.push(settings)
      const mine = ++newest
      await held
      if (mine !== newest) return undefined
      return said
        .filter(({ from }) => settings.sensitivity >= from)
        .map(({ start, end }): SpeechPiece => ({ start: seconds(start), end: seconds(end) }))
    }
  }
}

const segment = (id: string, start: number, end: number, text: string): Segment => ({
  id,
  start: seconds(start),
  end: seconds(end),
  speaker: null,
  text
})

async function open(segments: Segment[], sound = spoken(), readOnly = false) {
  const answer: Answer = { duration: seconds(10), segments }
  const done: string[] = []
  const said = ({ start, end }: { start: Seconds; end: Seconds }) => `${start}–${end}`
  const values = new Map<string, unknown>()
  const shared = {
    get: <T,>(key: string, fallback: T) => (values.get(key) as T | undefined) ?? fallback,
    set: (key: string, value: unknown) => void values.set(key, value),
    use: <T,>(key: string, fallback: T): [T, (value: T) => void] => {
      const [value, setValue] = useState(shared.get(key, fallback))
      return [value, next => (shared.set(key, next), setValue(next))]
    }
  }
  render(
    <SpeechPanel
      sound={sound}
      answer={answer}
      readOnly={readOnly}
      shared={shared}
      speaker="nurse"
      dispatch={(command: Command) =>
        'segments' in command && done.push(`${command.type} ${command.segments.map(said).join(' ')}`)
      }
      toast={message => done.push(message)}
      onPreview={pieces => done.push(`shows ${pieces?.map(said).join(' ') ?? 'nothing'}`)}
      onClose={() => done.push('closes')}
    />
  )
  await act(async () => {})
  return { done, sound }
}

const found = () => document.querySelector('p')?.textContent
const slide = async (name: string, value: number) => {
  fireEvent.change(screen.getByRole('slider', { name: text => text.startsWith(name) }), { target: { value } })
  await act(async () => {})
}

test('what is found is shown as the slider moves, and Enter makes segments of it in one step', async () => {
  const { done } = await open([])
  const texts = [found()]
  await slide('Sensitivity', 0.95)
  texts.push(found())
  await userEvent.keyboard('{Enter}')
  expect({ texts, done }).toEqual({
    texts: ['2 segments, 2.0 s of speech (20 %)', '3 segments, 3.0 s of speech (30 %)'],
    done: [
      'shows nothing',
      'shows 1–2 4–5',
      'shows 1–2 4–5 7–8',
      'segments.add 1–2 4–5 7–8',
      '3 segments made.',
      'closes'
    ]
  })
})

test('segments are added where none is; all are replaced after a question, if one has text', async () => {
  const { done } = await open([segment('g1', 0.5, 4.4, 'Hello?')])
  const buttons = screen.getAllByRole('button').map(button => button.textContent)
  await userEvent.click(screen.getByRole('button', { name: /Add 1 segment/ }))
  await userEvent.click(screen.getByRole('button', { name: /Replace all by 2/ }))
  const question = screen.getByRole('alertdialog').textContent
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('button', { name: /Replace all by 2/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Replace all' }))
  expect({ buttons, question, done: done.filter(each => each.startsWith('segments')) }).toEqual({
    buttons: ['Replace all by 2', 'Add 1 segment↵', 'CloseEsc'],
    question: 'The segment has text. It goes with it.Keep itReplace all',
    done: ['segments.add 4.4–5', 'segments.replace 1–2 4–5']
  })
})

test('where nothing is found it says why, and where all of it has segments it says that', async () => {
  await open([segment('g1', 0, 9, '')])
  const texts = [found()]
  await slide('Sensitivity', 0)
  texts.push(found())
  const buttons = screen.getAllByRole('button').map(button => button.textContent)
  expect({ texts, buttons }).toEqual({
    texts: [
      '2 segments, 2.0 s of speech (20 %). All of it has segments.',
      'No speech found. Raise the sensitivity: quiet voices are taken for silence now.'
    ],
    buttons: ['CloseEsc']
  })
})

test('while a newer asking is under way what was found before stays in sight, but cannot be taken', async () => {
  const { done, sound } = await open([])
  const go = sound.hold()
  await slide('Sensitivity', 0.95)
  await slide('Sensitivity', 0.3)
  const text = found()
  await userEvent.keyboard('{Enter}')
  go()
  await act(async () => {})
  expect({ text, done, then: found(), asked: sound.asked.map(each => each.sensitivity) }).toEqual({
    text: '2 segments, 2.0 s of speech (20 %)',
    done: ['shows nothing', 'shows 1–2 4–5', 'shows 1–2'],
    then: '1 segment, 1.0 s of speech (10 %)',
    asked: [0.5, 0.95, 0.3]
  })
})

test('whoever may only read can look, and take nothing', async () => {
  const { done } = await open([], spoken(), true)
  await userEvent.keyboard('{Enter}')
  expect([found(), done.slice(-1)]).toEqual([
    '2 segments, 2.0 s of speech (20 %). It can be looked at only.',
    ['shows 1–2 4–5']
  ])
})

test('of a broken recording it says so', async () => {
  const broken: SoundState = { state: 'broken', problem: 'The file ends early.' }
  await open([], { ...spoken(), state: () => broken })
  expect(found()).toBe('The recording cannot be read, so nobody can be found in it.')
})
