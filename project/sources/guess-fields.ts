import { readChat } from '../../labelers/kit/chat.ts'
import type { FieldKind } from '../../schemas/project.ts'
import { idFor } from '../../schemas/schema.ts'
import { canonical } from '../fingerprint.ts'

/** A field an item could have, and the column that would fill it. */
export interface FieldGuess {
  readonly id: string
  readonly kind: FieldKind
  readonly name: string
  readonly column: string
}

/** What a guess may ask of a table. */
export interface Columns {
  readonly names: readonly string[]
  /** The values of a column in the first rows, without what is missing. */
  readonly filled: (column: string) => readonly unknown[]
  /** The column that holds the text where there is one. */
  readonly text: string | undefined
  /** The columns that hold paths of pictures or recordings. */
  readonly media: ReadonlyMap<'image' | 'audio', string>
}

const chatNames = ['messages', 'conversations', 'conversation', 'chat', 'dialogue', 'dialog', 'transcript']
const aboutChat = ['subject', 'title', 'topic']

/** Texts that are read together, the one that is about the other last. */
const pairs = [
  ['title', 'body'],
  ['title', 'text'],
  ['title', 'content'],
  ['subject', 'body'],
  ['subject', 'text'],
  ['question', 'context'],
  ['premise', 'hypothesis'],
  ['sentence1', 'sentence2'],
  ['question1', 'question2'],
  ['text_a', 'text_b']
] as const

/** Reading every conversation of the head would take longer than a look. */
const LOOK_AT = 20

/** The fields that names and contents of the columns show, in reading order; empty when nothing does. */
export function guessFields(columns: Columns): readonly FieldGuess[] {
  const chat = chatColumn(columns)
  if (chat !== undefined) {
    const subject = aboutChat
      .map(name => named(columns, name))
      .find(column => column !== chat && holdsText(columns, column))
    const guess: FieldGuess = { id: 'chat', kind: 'chat', name: 'Conversation', column: chat }
    return subject === undefined ? [guess] : [textGuess(subject), guess]
  }
  if (columns.media.size > 0) return mediaGuesses(columns)
  for (const pair of pairs) {
    const [first, second] = pair.map(name => named(columns, name))
    if (
      first !== undefined &&
      second !== undefined &&
      [first, second].every(each => holdsText(columns, each))
    )
      return [textGuess(first), textGuess(second)]
  }
  return columns.text === undefined ? [] : [{ id: 'text', kind: 'text', name: 'Text', column: columns.text }]
}

/** Pictures and recordings, and the text that says something of them. */
function mediaGuesses({ media, text }: Columns): readonly FieldGuess[] {
  const files = [...media].map(([kind, column]): FieldGuess => ({
    id: kind,
    kind,
    name: mediaNames[kind],
    column
  }))
  return text === undefined ? files : [...files, textGuess(text)]
}

const mediaNames = { image: 'Picture', audio: 'Recording' }

/** By name where every value is a conversation; else whichever column holds lists of messages. */
function chatColumn(columns: Columns): string | undefined {
  const byName = chatNames
    .map(name => named(columns, name))
    .find(column => holdsChats(columns, column, isChat))
  return (
    byName ??
    columns.names.find(column =>
      holdsChats(columns, column, value => typeof value === 'object' && isChat(value))
    )
  )
}

function holdsChats(
  columns: Columns,
  column: string | undefined,
  fits: (value: unknown) => boolean
): boolean {
  if (column === undefined) return false
  const values = columns.filled(column).slice(0, LOOK_AT)
  return values.length > 0 && values.every(fits)
}

const isChat = (value: unknown) => readChat(typeof value === 'string' ? value : canonical(value)).ok

function holdsText({ filled }: Columns, column: string | undefined): boolean {
  if (column === undefined) return false
  const values = filled(column)
  return values.length > 0 && values.every(value => typeof value === 'string')
}

const named = ({ names }: Columns, name: string) => names.find(column => column.toLowerCase() === name)

function textGuess(column: string): FieldGuess {
  const words = column.replace(/[_-]+/g, ' ')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  return { id: idFor(column, new Set()), kind: 'text', name, column }
}
