import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChat } from './chat.ts'
import { messagesOf, transcriptOf } from './chat-words.ts'

/** A conversation as lines `role/name kind: text`; parts of one message are indented. */
function drawn(given: unknown): readonly string[] {
  const chat = readChat(typeof given === 'string' ? given : JSON.stringify(given))
  if (!chat.ok) return chat.problems.map(problem => problem.message)
  return chat.value.turns.map(
    ({ role, name, kind, text, more }) =>
      `${more === true ? '  ' : ''}${role}${name === undefined ? '' : `/${name}`} ${kind}: ${JSON.stringify(text)}`
  )
}

const orders = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', name: 'Ines', content: ' Where is it? \n' },
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'c1', type: 'function', function: { name: 'find_order', arguments: '{"id": 7}' } }]
  },
  { role: 'tool', tool_call_id: 'c1', content: 'on its way' },
  {
    role: 'assistant',
    content: [
      { type: 'text', text: 'On its way.' },
      { type: 'image_url', image_url: { url: 'https://example.org/map.png' } }
    ]
  }
]

describe('a conversation of messages', () => {
  it('keeps every text, and tells calls, results and pictures from what is said', () => {
    const wanted = [
      'system system: "Be brief."',
      'user/Ines message: " Where is it? \\n"',
      'assistant/find_order call: "{\\"id\\": 7}"',
      'tool result: "on its way"',
      'assistant message: "On its way."',
      '  assistant/image_url attachment: "https://example.org/map.png"'
    ]
    expect([drawn(orders), drawn({ messages: orders })]).toEqual([wanted, wanted])
  })

  it('may be written as ShareGPT writes it', () => {
    const list = [
      { from: 'human', value: 'Hi' },
      { from: 'gpt', value: 'Hello' }
    ]
    expect(drawn({ id: 'x', conversations: list })).toEqual(['human message: "Hi"', 'gpt message: "Hello"'])
  })

  it('is refused with the message that is wrong', () => {
    expect(
      [
        [],
        {},
        [{ role: 'user', content: 'a' }, { content: 'b' }],
        [{ role: 'user', content: 7 }],
        '["cut',
        [{ role: 'user', content: '\ud83d' }],
        Array.from({ length: 20_001 }, () => ({ role: 'user', content: '' }))
      ].map(drawn)
    ).toEqual([
      ['is a conversation without a message.'],
      ['is JSON, and not a list of messages.'],
      ['holds a message without "role" or "from". It is number 2.'],
      ['holds a message whose content is neither text nor a list of parts. It is number 1.'],
      ['is neither a list of messages nor a transcript whose lines begin with roles such as "User:".'],
      ['holds half a surrogate pair, which is no character.'],
      ['holds more than 20,000 messages.']
    ])
  })

  it('that is nested a million deep is read or refused, and takes nothing down', () => {
    const bomb = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    expect(drawn(bomb)).toEqual(['holds a message without "role" or "from". It is number 1.'])
    const call = `[{"role":"assistant","content":[{"type":"tool_use","name":"t","input":${bomb}}]}]`
    expect(drawn(call)).toEqual(['assistant/t call: ""'])
  })
})

describe('a transcript', () => {
  it('is cut where a line begins with a role', () => {
    expect(
      [
        '\n\nHuman: Hi\n\nAssistant: Hello \nNote: no role\n\n',
        'Q: Why?\r\nA:Because.',
        'Call 12\nSpeaker 1: a'
      ].map(drawn)
    ).toEqual([
      ['Human message: "Hi"', 'Assistant message: "Hello \\nNote: no role\\n\\n"'],
      ['Q message: "Why?"', 'A message: "Because."'],
      [' message: "Call 12"', 'Speaker 1 message: "a"']
    ])
  })

  it('is, with leads and texts in a row, what the data holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Human:',
        '\nAssistant: ',
        '\r\n\r\nUser: ',
        '\n\nA: ',
        '\n',
        ' ',
        '\u2028Bot: ',
        'q: '
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = `Human: ${pieces.join('')}`
        const chat = readChat(text)
        if (!chat.ok || chat.value.form !== 'transcript') throw new Error('must be a transcript')
        expect(chat.value.turns.map(turn => turn.lead + turn.text).join('')).toBe(text)
      })
    )
  })

  it('of a million empty lines is read at once', () => {
    const text = `User: a${'\n'.repeat(1_000_000)}Bot: b`
    const before = performance.now()
    expect(drawn(text)).toEqual(['User message: "a"', 'Bot message: "b"'])
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('a conversation for other programs', () => {
  it('is a list of plain messages', () => {
    expect([messagesOf(JSON.stringify(orders)), messagesOf('\n\nHuman: Hi\n\nAssistant: Hello')]).toEqual([
      [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: ' Where is it? \n' },
        { role: 'tool', content: 'on its way' },
        { role: 'assistant', content: 'On its way.' }
      ],
      [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello' }
      ]
    ])
  })

  it('is one text where there is only text', () => {
    expect([
      transcriptOf(JSON.stringify(orders.slice(1, 4))),
      transcriptOf('Q: a\nA: b'),
      transcriptOf('none')
    ]).toEqual([
      'User (Ines):  Where is it? \n\n\nAssistant calls find_order: {"id": 7}\n\nTool: on its way',
      'Q: a\nA: b',
      'none'
    ])
  })
})
