import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { Item } from '../../../../schemas/item.ts'
import { reduce } from '../../reduce.ts'
import type { ViewProps } from '../../../kit/view.ts'
import type { Answer, Command, Config } from '../../schema.ts'
import { WholeEditor } from './WholeEditor.tsx'

afterEach(cleanup)

const config: Config = {
  labels: [],
  kinds: [],
  mode: 'whole',
  overlap: 'none',
  marks: [{ text: '[noise]', name: 'Noise', key: 'n' }],
  rules: {
    empty: true,
    spaces: true,
    allowed: { classes: ['letters', 'spaces', 'punctuation'], characters: '' }
  },
  language: 'en'
}
const item: Item = { id: 'a.wav', source: 'a.wav', fingerprint: '', fields: { audio: 'a.wav' }, meta: {} }
const task = {
  id: 'said',
  title: 'Said',
  labeler: 'audio-transcription',
  labelerVersion: 1,
  field: 'audio',
  config
}

/** The editor over the real reducer; `before` are the texts that steps of undo would bring back. */
function open(transcript: string, settings: Partial<Config> = {}, readOnly = false) {
  const mine = { ...config, ...settings }
  const keys = new Map<string, () => void>()
  const steps = new Map<string | undefined, string>()
  let setText: (text: string) => void = () => {}
  function Editor() {
    const [answer, setAnswer] = useState<Answer>({ duration: null, segments: [], transcript })
    setText = text => setAnswer({ ...answer, transcript: text })
    const dispatch = (command: Command, gesture?: string) => {
      const next = reduce(answer, command, { config: mine, item, field: 'audio', required: true })
      steps.set(gesture, next.transcript ?? '')
      setAnswer(next)
    }
    const onKey: ViewProps<Config, Answer, Command>['onKey'] = handlers => {
      for (const [id, handler] of Object.entries(handlers))
        keys.set(id, () => handler({ id, title: '', keys: [], group: '' }))
      return () => undefined
    }
    const scope = {
      active: true,
      take: () => undefined,
      acts: () => true,
      capOf: (id: string) => (id === 'finding.mend' ? 'Ctrl+.' : undefined)
    }
    return <WholeEditor {...{ task, answer, readOnly, scope, dispatch, onKey }} config={mine} />
  }
  render(<Editor />)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  return {
    field,
    steps: () => [...steps.values()],
    press: (id: string) => act(() => keys.get(id)?.()),
    undoTo: (text: string) => act(() => setText(text)),
    /** The text with the selection in it. */
    seen: () =>
      `${field.value.slice(0, field.selectionStart)}|${
        field.selectionEnd > field.selectionStart
          ? `${field.value.slice(field.selectionStart, field.selectionEnd)}|`
          : ''
      }${field.value.slice(field.selectionEnd)}`
  }
}

const findings = () => screen.queryAllByRole('listitem').map(each => each.textContent)

test('what is typed is the answer, a word one step of undo, and a mark stands where its key was typed', async () => {
  const { field, seen, steps } = open('well  bye')
  field.focus()
  field.setSelectionRange(5, 5)
  await userEvent.keyboard('um ;n')
  const typed = seen()
  await userEvent.keyboard('so')
  expect({ typed, then: seen(), steps: steps() }).toEqual({
    typed: 'well um [noise]| bye',
    then: 'well um [noise]so| bye',
    steps: ['well um  bye', 'well um ; bye', 'well um [noise] bye', 'well um [noise]so bye']
  })
})

test('findings are underlined and listed with their line; keys go to them and mend them', async () => {
  const { field, seen, press } = open('It was 38 then.\nAnd  so on 7')
  await act(async () => {})
  const listed = findings()
  const underlined = Array.from(document.querySelectorAll('u'), each => each.textContent)
  field.focus()
  field.setSelectionRange(0, 0)
  press('finding.next')
  const first = seen()
  press('finding.next')
  press('finding.next')
  const third = seen()
  press('finding.previous')
  const second = seen()
  press('finding.mend')
  expect({ listed, underlined, first, second, third, mended: seen(), left: findings() }).toEqual({
    listed: [
      'Line 1. Write “38” as it is said: “thirty-eight”.Change itCtrl.',
      'Line 2. There are two blanks in a row.Change it',
      'Line 2. Write “7” as it is said: “seven”.Change it'
    ],
    underlined: ['38', '  ', '7'],
    first: 'It was |38| then.\nAnd  so on 7',
    second: 'It was 38 then.\nAnd|  |so on 7',
    third: 'It was 38 then.\nAnd  so on |7|',
    mended: 'It was 38 then.\nAnd |so on 7',
    left: [
      'Line 1. Write “38” as it is said: “thirty-eight”.Change itCtrl.',
      'Line 2. Write “7” as it is said: “seven”.Change it'
    ]
  })
})

test('after undo the caret is where something came back', async () => {
  const { field, seen, undoTo } = open('one three')
  field.focus()
  field.setSelectionRange(4, 4)
  await userEvent.keyboard('two ')
  undoTo('one three')
  const undone = seen()
  undoTo('one two three')
  expect([undone, seen()]).toEqual(['one |three', 'one two |three'])
})

test('the text is in the language of the task, and who may only read it cannot change it', async () => {
  const { field, steps } = open('متى', { language: 'ar' }, true)
  field.focus()
  await userEvent.keyboard('x')
  expect([field.dir, field.lang, field.readOnly, steps(), findings()]).toEqual(['rtl', 'ar', true, [], []])
})

test('of a hundred findings fifty are listed, and the others counted', async () => {
  open('1 '.repeat(99) + '1')
  await act(async () => {})
  expect([findings().length, findings().at(-1)]).toEqual([51, 'And 50 more.'])
})
