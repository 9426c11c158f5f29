import { yamlText } from '../../kit/yaml-text.ts'

interface Column {
  readonly name: string
  readonly type: 'string' | 'float64' | readonly Column[]
}

export const wholeColumns: readonly Column[] = [
  { name: 'file_name', type: 'string' },
  { name: 'transcription', type: 'string' },
  { name: 'duration', type: 'float64' },
  {
    name: 'segments',
    type: [
      { name: 'start', type: 'float64' },
      { name: 'end', type: 'float64' },
      { name: 'speaker', type: 'string' },
      { name: 'kind', type: 'string' },
      { name: 'text', type: 'string' }
    ]
  },
  { name: 'id', type: 'string' }
]

export const clipColumns: readonly Column[] = [
  { name: 'file_name', type: 'string' },
  { name: 'transcription', type: 'string' },
  { name: 'duration', type: 'float64' },
  { name: 'speaker', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'cut_from', type: 'string' },
  { name: 'cut_at', type: 'float64' }
]

/**
 * The README.md of the dataset. What is called `file_name` in the table is `audio` once it is loaded; a list in a CSV is text.
 */
export function audiofolderCard(
  title: string,
  table: { readonly columns: readonly Column[]; readonly lists: boolean },
  language: string | undefined
): string {
  const features = table.columns
    .map((column): Column =>
      table.lists || typeof column.type === 'string' ? column : { ...column, type: 'string' }
    )
    .map(column =>
      column.name === 'file_name' ? '  - name: audio\n    dtype: audio\n' : featureOf(column, '  ')
    )
    .join('')
  const primary = language?.split('-')[0]?.toLowerCase()
  return `---
pretty_name: ${yamlText(title)}
task_categories:
- automatic-speech-recognition
${primary === undefined ? '' : `language:\n- ${yamlText(primary)}\n`}dataset_info:
  features:
${features}---

# ${title.replace(/\s+/g, ' ')}

Recordings with what is said in them, exported by Goldset. Times are seconds from the first sample of the recording.
What was left out, and why, is in \`goldset-export.json\`.
`
}

function featureOf({ name, type }: Column, indent: string): string {
  const head = `${indent}- name: ${name}\n`
  if (typeof type === 'string') return `${head}${indent}  dtype: ${type}\n`
  return `${head}${indent}  list:\n${type.map(each => featureOf(each, `${indent}  `)).join('')}`
}
