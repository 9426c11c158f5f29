/** The name Goldset gives a label file. */
const ours = /^(?:[a-z0-9][a-z0-9-]{0,39}-)?[0-9a-f]{16}\.json$/

/** What systems leave in every folder. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.directory'])

const copies: readonly [RegExp, string][] = [
  [/conflicted copy/i, 'Dropbox kept this copy because two computers changed the file.'],
  [/\.sync-conflict-/i, 'Syncthing kept this copy because two computers changed the file.'],
  [/[_-]conflict[-_. ]/i, 'A sync service kept this copy because two computers changed the file.'],
  [/ \(\d+\)\.json$/, 'A sync service or a file manager made this copy of a label file.'],
  [/ \d+\.json$/, 'iCloud or a file manager made this copy of a label file.'],
  [
    /^\..*\.icloud$/,
    'iCloud holds this file and has not brought it to this computer. Download it in the Finder.'
  ],
  [
    /^(?:.+-)?[0-9a-f]{16}-[^.]+\.json$/i,
    'A sync service (as OneDrive does) kept this copy under the name of another computer.'
  ],
  [
    /\.json(?:\.orig|~|\.bak|\.rej|\.(?:mine|theirs|r\d+)|_(?:BACKUP|BASE|LOCAL|REMOTE)_.*)$/,
    'A merge or an editor left this copy of a label file.'
  ],
  [/_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.json$/, 'A merge tool left this copy of a label file.']
]

/** Hidden by iCloud, and no copy: it stands for the file itself. */
const placeholder = /^\..*\.icloud$/

/** The name of a label file at the start of another name; the last hash, because ids may look like one too. */
const ourStart = /^((?:[a-z0-9][a-z0-9-]{0,39}-)?[0-9a-f]{16})(?![0-9a-f])/

const stranger = 'This is not a label file of Goldset, and is not read.'

export interface StrayFile {
  /** What it is. */
  readonly made: string
  /** What it is, and what to do with it. */
  readonly sentence: string
  /** The name of the label file this is a copy of. */
  readonly copyOf?: string
}

/** `label`: read it. `nothing`: pass over it. Else what it is, because it may hold somebody's work. */
export function kindOfFile(name: string): 'label' | 'nothing' | StrayFile {
  if (ours.test(name)) return 'label'
  // Our own unfinished saves: found and reported when the project is opened for writing.
  if (litter.has(name) || /^\.goldset-[0-9a-f]{16}\.tmp$/.test(name)) return 'nothing'
  const [, copy] = copies.find(([pattern]) => pattern.test(name)) ?? []
  if (copy === undefined) return { made: stranger, sentence: stranger }
  const original = placeholder.test(name) ? undefined : ourStart.exec(name)?.[1]
  return {
    made: copy,
    sentence: `${copy} It is not read: compare it with the label file beside it, keep the right one and delete the other.`,
    ...(original === undefined ? {} : { copyOf: `${original}.json` })
  }
}
