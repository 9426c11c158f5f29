import { png } from '../../project/test/png.ts'
import { labelSet } from '../../schemas/label-set.ts'
import type { Project } from '../../schemas/project.ts'

/**
 * A project of items with a subject, a conversation, a note and a picture, missing for the first, and a question about
 * the conversation. `entities`: two more before it, about the subject and about the note.
 */
export function conversations(
  folder: string,
  { entities = false }: { readonly entities?: boolean } = {}
): Record<string, string | Uint8Array> {
  const names = (id: string, field: string) => ({
    id,
    title: `Names in ${field}`,
    labeler: 'text-entities',
    labelerVersion: 1,
    field,
    config: { labels: labelSet(['Person', 'Place']), granularity: 'word', overlap: 'any' }
  })
  const project: Project = {
    goldset: 'project/1',
    id: 'talks',
    name: 'Talks',
    schemaVersion: 1,
    fields: [
      { id: 'subject', kind: 'text', name: 'Subject' },
      { id: 'chat', kind: 'chat' },
      { id: 'note', kind: 'text', name: 'Note' },
      { id: 'photo', kind: 'image' }
    ],
    sources: [{ path: 'data/talks.jsonl', format: 'jsonl', idColumn: 'id' }],
    tasks: [
      ...(entities ? [names('in-subject', 'subject'), names('in-note', 'note')] : []),
      {
        id: 'intent',
        title: 'Intent',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'chat',
        required: true,
        config: { labels: labelSet(['Book', 'Cancel']), multiple: false }
      }
    ]
  }
  const chat = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi <b>Ana</b>\nhere is it:\n```\nlet a = 1\n```' },
    { role: 'assistant', content: null, tool_calls: [{ function: { name: 'find', arguments: '{}' } }] },
    { role: 'assistant', content: 'שלום' }
  ]
  const rows = [
    ['t1', 'data/gone.png'],
    ['t2', 'data/photo.png']
  ].map(([id, photo]) =>
    JSON.stringify({
      id,
      subject: `Late parcel ${id}`,
      chat,
      note: 'For Bo in Leith',
      photo
    })
  )
  return {
    [`${folder}/goldset.json`]: JSON.stringify(project),
    [`${folder}/data/talks.jsonl`]: rows.join('\n'),
    [`${folder}/data/photo.png`]: png(4, 3)
  }
}
