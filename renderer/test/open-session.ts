import type { Client, EventName, Events } from '../../electron/api/contract.ts'
import { handlers } from '../../electron/main/handlers.ts'
import { Session } from '../../electron/main/session.ts'
import { memoryDesktop } from '../../electron/main/test/memory-desktop.ts'
import { FileError, type Files } from '../../project/files.ts'
import { LabelSession } from '../state/label-session.ts'
import type { Toast } from '../state/session-state.ts'
import { intents } from './intents.ts'

const folder = '/data/intents'

export interface OpenSession {
  readonly session: LabelSession
  /** Ids of items whose label files the disk does not take. */
  readonly refusing: Set<string>
  /** What the label files say, one line each, those left out that say nothing. */
  readonly states: () => readonly string[]
  readonly toast: () => Toast | null
}

/** A session over the real handlers and a disk in memory, on which label files of some items may be unwritable. */
export async function openSession(items: number): Promise<OpenSession> {
  const desktop = await memoryDesktop(intents(folder, items))
  const refusing = new Set<string>()
  const files = new Proxy(desktop.files, {
    get(target, name: keyof Files) {
      const method = target[name].bind(target) as (...args: unknown[]) => unknown
      if (name !== 'write' && name !== 'create') return method
      return (path: string, content: string) =>
        path.includes('/labels/') && [...refusing].some(id => content.includes(`"id": "${id}"`))
          ? Promise.reject(new FileError('full', path, 'The disk is full.', 'ENOSPC'))
          : method(path, content)
    }
  })
  let session: LabelSession | null = null
  const tell = <Name extends EventName>(name: Name, payload: Events[Name]) => {
    if (name === 'queue.found') session?.found(payload as Events['queue.found'])
  }
  const project = new Session(files)
  project.grants.give(folder)
  const main = handlers({ ...desktop, place: { ...desktop.place, files, tell }, session: project })
  const client: Client = {
    call: async (name, input) =>
      structuredClone(await (main[name] as (input: unknown) => Promise<never>)(structuredClone(input))),
    on: () => () => undefined,
    pathOf: () => ''
  }
  const summary = await client.call('project.open', { folder })
  if (!summary.ok) throw new Error(JSON.stringify(summary.problems))
  const opened = new LabelSession(client, summary.value)
  session = opened
  await opened.start()
  const states = () => {
    const found: string[] = []
    for (const [path, bytes] of desktop.files.snapshot()) {
      if (!/\/labels\/[^/]+\/[0-9a-f]{2}\/.*\.json$/.test(path)) continue
      const { item, status, answers, comments, unsure } = JSON.parse(new TextDecoder().decode(bytes)) as {
        item: { id: string }
        status: string
        answers: unknown
        comments?: unknown
        unsure?: unknown
      }
      // A label file that says nothing is as good as none.
      if (status !== 'todo' || JSON.stringify(answers) !== '{}')
        found.push(JSON.stringify([item.id, status, answers, comments, unsure]))
    }
    return found.sort()
  }
  return { session: opened, refusing, states, toast: () => opened.store.getState().toast }
}
