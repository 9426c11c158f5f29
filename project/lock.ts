import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Static, Type } from '../schemas/schema.ts'
import { type DocumentFormat, parseDocument, writeText } from './document.ts'
import { FileError, type Files } from './files.ts'
import { PRIVATE_FOLDER, privateFolder } from './private-folder.ts'
import { type ProcessIdentity, thisProcess, whereabouts } from './process-identity.ts'

/*
 * Who may write. The lock keeps two windows from working on one project by mistake; that nothing is overwritten even
 * so is the label store's business, which checks revisions: a lock in a synced folder arrives late.
 *
 * A lock whose owner is dead may be found by two starters at once, and removing it is a race that both can win. So
 * nobody removes it: to take over lock X is to create `taken-X.json`, which the file system lets one of them do. That
 * file names the new owner, who may die too, and is taken over the same way. Once `lock.json` names the new owner, the
 * marks that led there mean nothing more: whoever makes one late finds that the lock is not the one it was for.
 */

export type Lock =
  | { readonly kind: 'held'; release(): Promise<void> }
  /** Someone else has the project, or the folder cannot be written: the sentence says which. */
  | { readonly kind: 'busy'; readonly sentence: string }

const Owner = Type.Object(
  {
    goldset: Type.Literal('lock/1'),
    host: Type.String(),
    pid: Type.Integer({ minimum: 1 }),
    started: Type.String(),
    boot: Type.String(),
    instance: Type.String({ pattern: '^[0-9a-f-]{32,36}$' }),
    since: Type.String()
  },
  { additionalProperties: true }
)
type Owner = Static<typeof Owner>

const format: DocumentFormat<Owner> = {
  name: 'lock',
  version: 1,
  schema: Owner,
  order: ['goldset', 'host', 'pid', 'started', 'boot', 'instance', 'since'],
  maxBytes: 1 << 16
}

/** Takes the project for writing. A lock left by a crash on this machine is taken over at once. */
export async function takeLock(files: Files, root: string): Promise<Lock> {
  try {
    await privateFolder(files, root)
    return await take(files, join(root, PRIVATE_FOLDER), {
      goldset: 'lock/1',
      ...thisProcess(),
      instance: randomUUID(),
      since: new Date().toISOString()
    })
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { kind: 'busy', sentence: `Nothing can be saved in this folder: ${error.message}` }
  }
}

async function take(files: Files, folder: string, me: Owner): Promise<Lock> {
  const lock = join(folder, 'lock.json')
  const taken = (instance: string) => join(folder, `taken-${instance}.json`)
  const text = writeText(me, format)
  for (;;) {
    if (await created(files, lock, text)) return held(files, lock, me)
    const first = await ownerAt(files, lock)
    if (first === undefined) continue
    let owner = first
    for (
      let next: Owner | undefined = first;
      next !== undefined;
      next = await ownerAt(files, taken(owner.instance))
    )
      owner = next
    if (!isDead(owner)) return { kind: 'busy', sentence: sentence(owner) }
    const mark = taken(owner.instance)
    if (!(await created(files, mark, text))) continue
    if ((await ownerAt(files, lock))?.instance !== first.instance) {
      await removed(files, mark)
      continue
    }
    await files.write(lock, text)
    for (const { name } of await files.list(folder))
      if (isMark(name)) await removed(files, join(folder, name))
    return held(files, lock, me)
  }
}

function held(files: Files, lock: string, me: Owner): Lock {
  let released = false
  return {
    kind: 'held',
    async release() {
      if (released) return
      released = true
      try {
        if ((await ownerAt(files, lock))?.instance === me.instance) await files.remove(lock)
      } catch (error) {
        // A drive that is gone took its lock with it; what stays is taken over when this process has ended.
        if (!(error instanceof FileError)) throw error
      }
    }
  }
}

function isMark(name: string): boolean {
  return /^taken-[0-9a-f-]{32,36}\.json$/.test(name)
}

async function removed(files: Files, path: string): Promise<void> {
  await files.remove(path).catch((error: unknown) => {
    if (!(error instanceof FileError && error.kind === 'missing')) throw error
  })
}

/** An owner that cannot be read is one whose machine went down while it wrote: nobody, under a name made of the bytes. */
async function ownerAt(files: Files, path: string): Promise<Owner | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await files.readRange(path, 0, format.maxBytes)
  } catch (error) {
    if (error instanceof FileError && error.kind === 'missing') return undefined
    throw error
  }
  const read = parseDocument(bytes, path, format)
  if (read.kind === 'document') return read.value
  const instance = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { goldset: 'lock/1', host: '', pid: 1, started: '', boot: '', instance, since: '' }
}

function isDead(owner: Owner): boolean {
  return owner.host === '' || whereabouts(owner satisfies ProcessIdentity) === 'dead'
}

/** `24 Nov, 00:21`, in the time zone of this computer. */
const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit'
})

function sentence(owner: Owner): string {
  const here = whereabouts(owner) === 'alive'
  const time = new Date(owner.since)
  const since = Number.isNaN(time.getTime()) ? '' : `, since ${inWords.format(time)}`
  return here
    ? `This project is already open on this computer (process ${owner.pid}${since}). Here it can only be read.`
    : `This project is open on "${owner.host}"${since === '' ? '' : ` (${since.slice(2)})`}. Here it can only be read. If it is not open there any more, delete .goldset/lock.json.`
}

async function created(files: Files, path: string, text: string): Promise<boolean> {
  try {
    await files.create(path, text)
    return true
  } catch (error) {
    if (error instanceof FileError && error.kind === 'exists') return false
    throw error
  }
}
