import type { Turn, TurnKind } from './turn.ts'

/** The turns of parsed JSON; else what is wrong with it, in the rest of a sentence. */
export function turnsOfMessages(value: unknown): readonly Turn[] | string {
  const list = listOf(value)
  if (list === undefined) return 'is JSON, and not a list of messages.'
  const turns: Turn[] = []
  for (const [place, message] of list.entries()) {
    const read = turnsOf(message)
    if (typeof read === 'string') return `holds a message ${read} It is number ${place + 1}.`
    turns.push(...read)
  }
  return turns
}

function listOf(value: unknown): readonly unknown[] | undefined {
  const held = ['messages', 'conversations', 'conversation'].map(name => own(value, name))
  return [value, ...held].find((each): each is readonly unknown[] => Array.isArray(each))
}

function turnsOf(message: unknown): readonly Turn[] | string {
  const role = own(message, 'role') ?? own(message, 'from')
  if (typeof role !== 'string') return 'without "role" or "from".'
  const name = own(message, 'name')
  const speaker = { role, ...(typeof name === 'string' && name !== '' ? { name } : {}) }
  const content = own(message, 'content') ?? own(message, 'value')
  const parts = partsOf(content, kindOf(role))
  if (parts === undefined) return 'whose content is neither text nor a list of parts.'
  const all = [...parts, ...callsOf(message)]
  if (all.length === 0) all.push({ kind: kindOf(role), text: '' })
  return all.map((part, place) => ({ ...speaker, ...part, ...(place > 0 ? { more: true as const } : {}) }))
}

type Part = Pick<Turn, 'kind' | 'text' | 'name'>

function kindOf(role: string): TurnKind {
  if (role === 'system' || role === 'developer') return 'system'
  return role === 'tool' || role === 'function' || role === 'observation' ? 'result' : 'message'
}

/** Content is text, nothing beside tool calls, or a list of parts. */
function partsOf(content: unknown, kind: TurnKind): Part[] | undefined {
  if (typeof content === 'string') return [{ kind, text: content }]
  if (content === undefined || content === null) return []
  return Array.isArray(content) ? content.map(part => partOf(part, kind)) : undefined
}

function partOf(part: unknown, kind: TurnKind): Part {
  if (typeof part === 'string') return { kind, text: part }
  const text = own(part, 'text') ?? own(part, 'refusal')
  if (typeof text === 'string') return { kind, text }
  const type = own(part, 'type')
  if (type === 'tool_use') return { kind: 'call', ...named(part), text: asText(own(part, 'input')) }
  if (type === 'tool_result') return { kind: 'result', text: asText(own(part, 'content')) }
  return { kind: 'attachment', name: typeof type === 'string' ? type : 'part', text: addressOf(part) }
}

/** The tools an assistant calls, each with its arguments as they were written. */
function callsOf(message: unknown): Part[] {
  const calls = own(message, 'tool_calls')
  const single = own(message, 'function_call')
  const all: readonly unknown[] = Array.isArray(calls)
    ? calls
    : single === undefined || single === null
      ? []
      : [single]
  return all.map(call => {
    const called = own(call, 'function') ?? call
    return { kind: 'call', ...named(called), text: asText(own(called, 'arguments')) }
  })
}

function named(value: unknown): { readonly name?: string } {
  const name = own(value, 'name')
  return typeof name === 'string' && name !== '' ? { name } : {}
}

/** Where a picture or recording lies. Data inside the message is not shown as letters. */
function addressOf(part: unknown): string {
  const holder = own(part, 'image_url') ?? own(part, 'image') ?? own(part, 'file') ?? own(part, 'input_audio')
  const address = typeof holder === 'string' ? holder : (own(holder, 'url') ?? own(holder, 'filename'))
  return typeof address === 'string' && !address.startsWith('data:') ? address : ''
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null || isDeeper(value, 64) ? '' : JSON.stringify(value, null, 2)
}

/** Writing JSON goes as deep as the value does: data from strangers gets no say in that. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(each => isDeeper(each, levels - 1))
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
