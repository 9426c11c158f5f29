/** A project of two questions with keys of their own: nothing in it needs a text to be drawn. */
export function intents(folder: string, items = 4): Record<string, string> {
  const label = (id: string, name: string, exportIndex: number, key: string) => ({
    id,
    name,
    exportIndex,
    key
  })
  const project = {
    goldset: 'project/1',
    id: 'intents',
    name: 'Intents',
    schemaVersion: 1,
    guidelines: { version: 1, file: 'guidelines.md' },
    fields: [{ id: 'text', kind: 'text' }],
    sources: [{ path: 'data/intents.csv', format: 'csv', columns: { text: 'text' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'intent',
        title: 'Intent',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'text',
        required: true,
        config: { labels: [label('book', 'Book', 0, 'B'), label('play', 'Play', 1, 'P')], multiple: false }
      },
      {
        id: 'constructor',
        title: 'Tone',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'text',
        config: {
          labels: [label('kind', 'Kind', 0, 'K'), label('rude', '<b>Rude</b>', 1, 'R')],
          multiple: true
        }
      },
      { id: 'wheel', title: 'Wheel', labeler: 'emotion-wheel', labelerVersion: 1, field: 'text', config: {} }
    ]
  }
  const rows = Array.from({ length: items }, (_, n) => `u${n + 1},"Utterance ${n + 1}, <i>as said</i>"`)
  return {
    [`${folder}/goldset.json`]: `${JSON.stringify(project, null, 2)}\n`,
    [`${folder}/guidelines.md`]: '# Intent\n\nChoose **one**.\n\n- <script>alert(1)</script> is text\n',
    [`${folder}/data/intents.csv`]: ['id,text', ...rows, ''].join('\n')
  }
}
