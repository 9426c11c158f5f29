import { ok, failed, type Result } from '../../schemas/schema.ts'
import { turnsOfMessages } from './chat-messages.ts'
import { turnsOfTranscript } from './chat-transcript.ts'
import type { TranscriptTurn, Turn } from './turn.ts'

export type Chat =
  | { readonly form: 'messages'; readonly turns: readonly Turn[] }
  | { readonly form: 'transcript'; readonly turns: readonly TranscriptTurn[] }

/** In UTF-16 units: more than any model reads at once, and still quick to draw. */
export const MAX_CHAT = 16 * 1024 * 1024
export const MAX_TURNS = 20_000

/**
 * Reads the text of a chat field. It is JSON: a list of messages `{"role","content"}` as the OpenAI API has them, with
 * content as text or parts and with tool calls (https://platform.openai.com/docs/api-reference/chat), or of
 * `{"from","value"}` as ShareGPT has them; either may stand in an object under `messages`, `conversations` or
 * `conversation`. Or it is a transcript whose lines begin with roles: `Human:`, `Assistant:`, `User:`, `Bot:`, `Q:`, `A:`.
 * Fails with one problem, a sentence that begins with `is` or `holds`, for whoever knows which column it was.
 */
export function readChat(text: string): Result<Chat> {
  if (text.length > MAX_CHAT) return refused('is longer than 16 million characters.')
  const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined
  const read = json === undefined ? transcript(text) : turnsOfMessages(json.value)
  if (typeof read === 'string') return refused(read)
  if (read.length === 0) return refused('is a conversation without a message.')
  if (read.length > MAX_TURNS) return refused('holds more than 20,000 messages.')
  if (read.some(turn => /\p{Surrogate}/u.test(turn.text)))
    return refused('holds half a surrogate pair, which is no character.')
  return ok(
    json === undefined
      ? { form: 'transcript', turns: read as readonly TranscriptTurn[] }
      : { form: 'messages', turns: read }
  )
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function transcript(text: string): readonly TranscriptTurn[] | string {
  return (
    turnsOfTranscript(text) ??
    'is neither a list of messages nor a transcript whose lines begin with roles such as "User:".'
  )
}

const refused = (message: string) => failed({ message })
