import { type Chat, readChat } from './chat.ts'
import type { Turn } from './turn.ts'

/** A message as training programs read it: text only. */
export interface PlainMessage {
  readonly role: string
  readonly content: string
}

const standard = new Map([
  ['human', 'user'],
  ['q', 'user'],
  ['question', 'user'],
  ['customer', 'user'],
  ['gpt', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['chatgpt', 'assistant'],
  ['a', 'assistant'],
  ['answer', 'assistant'],
  ['', 'system']
])

/**
 * A conversation as `[{"role","content"}]`, roles by the names chat templates know where there is one. Parts of a
 * message are joined with a line end; tool calls are left out, what tools answered is a message of theirs.
 * Undefined when the text is no conversation.
 */
export function messagesOf(text: string): readonly PlainMessage[] | undefined {
  const chat = readChat(text)
  if (!chat.ok) return undefined
  const messages: PlainMessage[] = []
  for (const { role, text, kind, more } of chat.value.turns) {
    if (kind === 'call' || kind === 'attachment') continue
    const last = messages.at(-1)
    if (more === true && last !== undefined)
      messages[messages.length - 1] = { ...last, content: `${last.content}\n${text}` }
    else {
      const lower = role.toLowerCase()
      messages.push({ role: standard.get(lower) ?? lower, content: text })
    }
  }
  return messages
}

/**
 * A conversation as one text for programs that know only texts: a transcript as it is, messages as `User: …` with an
 * empty line between them. What is no conversation comes back as it is.
 */
export function transcriptOf(text: string): string {
  const chat = readChat(text)
  return chat.ok ? written(chat.value, text) : text
}

function written(chat: Chat, text: string): string {
  if (chat.form === 'transcript') return text
  return chat.turns.map(turn => `${roleName(turn)}: ${turn.text}`).join('\n\n')
}

/** The role as people write it, with the name of who or what it is about. */
export function roleName({ role, name, kind }: Turn): string {
  const shown = shownRoles.get(role.toLowerCase()) ?? role.charAt(0).toUpperCase() + role.slice(1)
  if (kind === 'call') return name === undefined ? `${shown} calls a tool` : `${shown} calls ${name}`
  return name === undefined ? shown : `${shown} (${name})`
}

const shownRoles = new Map([
  ['gpt', 'GPT'],
  ['chatgpt', 'ChatGPT'],
  ['ai', 'AI'],
  ['', 'Before the conversation']
])
