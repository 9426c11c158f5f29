export interface OptionUsage {
  readonly name: string
  /** What stands for its value in the help; absent for a flag. */
  readonly value?: string
  readonly about: string
  readonly required?: true
  /** `words`: also the words that follow, up to the next option. `times`: once per value. */
  readonly many?: 'words' | 'times'
}

export interface CommandUsage {
  readonly name: string
  readonly positionals: readonly string[]
  readonly options: readonly OptionUsage[]
  readonly about: string
  /** As it is typed, without `goldset`. */
  readonly lines: readonly string[]
}

const json: OptionUsage = { name: 'json', about: 'print one JSON document and nothing else' }
const help: OptionUsage = { name: 'help', about: 'print this' }
const task: OptionUsage = { name: 'task', value: '<id>', about: 'only this task' }

export const commandNames = ['new', 'check', 'stats', 'import', 'export', 'relink', 'formats'] as const
export type CommandName = (typeof commandNames)[number]

export const usages: Readonly<Record<CommandName, CommandUsage>> = {
  new: {
    name: 'new',
    positionals: ['dir'],
    about: 'Makes a project.',
    lines: [
      'new <dir> --source <path>... [--template <t> | --schema <file.json>] [--name <name>]',
      'new <dir> --import <path> --format <f> [--annotator <id>] [--name <name>]'
    ],
    options: [
      {
        name: 'source',
        value: '<path>...',
        many: 'words',
        about: 'data: folders of texts, pictures or recordings; CSV, TSV, JSON, JSONL, parquet'
      },
      {
        name: 'template',
        value: '<t>',
        about:
          'label schema to start from: entities (the default), intent-sentiment, joint, boxes, transcription, call-review'
      },
      {
        name: 'schema',
        value: '<file.json>',
        about: 'label schema of your own: {"tasks": […]} or another goldset.json'
      },
      {
        name: 'import',
        value: '<path>',
        about: "another tool's dataset: items, label schema and answers in one go"
      },
      { name: 'format', value: '<f>', about: 'format of --import' },
      { name: 'annotator', value: '<id>', about: 'whose the imported answers are (default: your user name)' },
      { name: 'name', value: '<name>', about: 'name of the project (default: name of the folder)' },
      json,
      help
    ]
  },
  check: {
    name: 'check',
    positionals: ['dir'],
    about: 'Validates every file of a project. Exit code 1 when something is wrong.',
    lines: ['check <dir> [--json]'],
    options: [json, help]
  },
  stats: {
    name: 'stats',
    positionals: ['dir'],
    about:
      'Counts what is done and left, by status, annotator, day and label, and says when it will be done.',
    lines: ['stats <dir> [--utc] [--json]'],
    options: [{ name: 'utc', about: 'count days in UTC, not in the time zone of this computer' }, json, help]
  },
  import: {
    name: 'import',
    positionals: ['dir', 'file'],
    about: 'Takes answers into a project. Never writes over an answer.',
    lines: [
      'import <dir> <path> --format <f> [--task <id>] [--annotator <id>] [--strict] [--dry-run] [--json]'
    ],
    options: [
      { name: 'format', value: '<f>', required: true, about: 'format of the file; see "goldset formats"' },
      task,
      {
        name: 'annotator',
        value: '<id>',
        about: 'whose the answers are (default: who the file says, else your user name)'
      },
      { name: 'strict', about: 'refuse labels the label schema lacks, instead of adding them' },
      { name: 'dry-run', about: 'write nothing, say what would be taken' },
      json,
      help
    ]
  },
  export: {
    name: 'export',
    positionals: ['dir'],
    about: 'Writes answers for training, with goldset-export.json beside them.',
    lines: [
      'export <dir> --format <f> --out <path> [--task <id>] [--annotator <id>] [--status submitted|all]',
      '       [--option <name>=<value>]... [--json]'
    ],
    options: [
      { name: 'format', value: '<f>', required: true, about: 'see "goldset formats"' },
      {
        name: 'out',
        value: '<path>',
        required: true,
        about: 'a folder, or a file when the path has an extension'
      },
      task,
      { name: 'annotator', value: '<id>', about: 'only the answers of this annotator' },
      { name: 'status', value: 'submitted|all', about: 'submitted (the default; accepted too) or all' },
      {
        name: 'option',
        value: '<name>=<value>',
        many: 'times',
        about: 'choice a format offers; see "goldset formats"'
      },
      json,
      help
    ]
  },
  relink: {
    name: 'relink',
    positionals: ['dir'],
    about: 'Tells a project where its data is now.',
    lines: ['relink <dir> --source <old> <new> [--json]'],
    options: [
      {
        name: 'source',
        value: '<old> <new>',
        many: 'words',
        required: true,
        about: 'what the project calls the data, and where it is now, in the folder of the project'
      },
      json,
      help
    ]
  },
  formats: {
    name: 'formats',
    positionals: [],
    about: 'Lists every format: labeler, import and export, what it cannot carry.',
    lines: ['formats [--json]'],
    options: [json, help]
  }
}

/** A line as it is typed; one that begins with spaces goes on with the line before. */
export function typed(line: string): string {
  return `  ${line.startsWith(' ') ? '       ' : 'goldset'} ${line}`
}

export function generalHelp(): string[] {
  const lines = commandNames.flatMap(name => usages[name].lines.map(typed))
  return [
    'goldset: make, check, import and export labelled datasets.',
    '',
    ...lines,
    '',
    'Exit codes: 0 ok, 1 findings, 2 wrong usage, 3 a file could not be read or written.',
    'More about one command: goldset <command> --help'
  ]
}

export function helpOf(usage: CommandUsage): string[] {
  const left = usage.options.map(
    option => `--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
  )
  const width = Math.max(...left.map(text => text.length)) + 2
  return [
    usage.about,
    '',
    ...usage.lines.map(typed),
    '',
    ...usage.options.map((option, place) => `  ${(left[place] ?? '').padEnd(width)}${option.about}`)
  ]
}
