/*
 * The README.md of a Hugging Face dataset: its YAML head names the files, the columns and the classes behind the numbers.
 * https://github.com/huggingface/hub-docs/blob/main/datasetcard.md
 */

/**
 * A column: plain, or class numbers with their names, or a conversation. `list` for one value or class per token, or
 * several per item.
 */
export interface CardColumn {
  readonly name: string
  readonly list: boolean
  readonly classes?: readonly string[]
  /** A list of `{"role","content"}`. */
  readonly messages?: true
}

export interface CardConfig {
  readonly name: string
  readonly file: string
  readonly rows: number
  readonly columns: readonly CardColumn[]
}

export interface Card {
  readonly title: string
  readonly category: 'token-classification' | 'text-classification'
  readonly configs: readonly CardConfig[]
  /** What a reader should know, in Markdown. */
  readonly about: string
}

export function writeCard({ title, category, configs, about }: Card): string {
  const lines = ['---', `pretty_name: ${yamlText(title)}`, 'task_categories:', `- ${category}`, 'configs:']
  for (const { name, file } of configs)
    lines.push(
      `- config_name: ${yamlText(name)}`,
      '  data_files:',
      '  - split: train',
      `    path: ${yamlText(file)}`
    )
  lines.push('dataset_info:')
  for (const { name, columns, rows } of configs) {
    lines.push(`- config_name: ${yamlText(name)}`, '  features:')
    for (const column of columns) lines.push(...columnLines(column))
    lines.push('  splits:', '  - name: train', `    num_examples: ${rows}`)
  }
  return `${lines.join('\n')}\n---\n\n# ${title.replace(/\s+/g, ' ')}\n\n${about}\n`
}

function columnLines({ name, list, classes, messages }: CardColumn): string[] {
  const head = `  - name: ${yamlText(name)}`
  if (messages === true)
    return [
      head,
      '    list:',
      ...['role', 'content'].flatMap(each => [`    - name: ${each}`, '      dtype: string'])
    ]
  if (classes === undefined) return [head, list ? '    sequence: string' : '    dtype: string']
  const names = classes.map((each, number) => `'${number}': ${yamlText(each)}`)
  return [
    head,
    list ? '    sequence:' : '    dtype:',
    '      class_label:',
    '        names:',
    ...names.map(each => `          ${each}`)
  ]
}

// A JSON string is a double-quoted YAML string, once what YAML takes for line ends or refuses as unprintable is escaped.
const unprintable = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

function yamlText(text: string): string {
  return JSON.stringify(text).replace(unprintable, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The columns a card says hold class numbers, with the names behind the numbers. Empty when there is no such head.
 * @param file the data file, by name: a card may describe several
 */
export async function readCard(text: string, file: string): Promise<readonly CardColumn[]> {
  const head = /^\uFEFF?---\r?\n([^]*?)\r?\n---(?:\r?\n|$)/.exec(text)?.[1]
  if (head === undefined) return []
  const { parse } = await import('yaml')
  let card: unknown
  try {
    card = parse(head)
  } catch {
    return []
  }
  const infos = listOf(valueOf(card, 'dataset_info'))
  const named = listOf(valueOf(card, 'configs')).find(config => mentions(valueOf(config, 'data_files'), file))
  const name = valueOf(named, 'config_name')
  const info = infos.find(each => name !== undefined && valueOf(each, 'config_name') === name) ?? infos[0]
  return listOf(valueOf(info, 'features')).flatMap(feature => columnOf(feature) ?? [])
}

function columnOf(feature: unknown): CardColumn | undefined {
  const name = valueOf(feature, 'name')
  if (typeof name !== 'string') return undefined
  for (const [key, list] of [
    ['dtype', false],
    ['sequence', true],
    ['list', true]
  ] as const) {
    const names = valueOf(valueOf(valueOf(feature, key), 'class_label'), 'names')
    const classes = classesOf(names)
    if (classes !== undefined) return { name, list, classes }
  }
  return undefined
}

function classesOf(names: unknown): readonly string[] | undefined {
  if (typeof names !== 'object' || names === null) return undefined
  const classes: string[] = []
  for (const [number, name] of Object.entries(names)) {
    const place = Number(number)
    if (!Number.isInteger(place) || place < 0 || place > 100_000) return undefined
    classes[place] = String(name)
  }
  return classes
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

function valueOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function mentions(files: unknown, file: string): boolean {
  if (typeof files === 'string') return files.split('/').at(-1) === file.split(/[/\\]/).at(-1)
  if (Array.isArray(files)) return files.some(each => mentions(each, file))
  return mentions(valueOf(files, 'path') ?? '', file)
}
