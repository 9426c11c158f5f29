import { act, cleanup, configure, render } from '@testing-library/react'
import type { Client, EventName, Events } from '../../electron/api/contract.ts'
import { handlers } from '../../electron/main/handlers.ts'
import type { Session } from '../../electron/main/session.ts'
import { memoryDesktop, type MemoryDesktop } from '../../electron/main/test/memory-desktop.ts'
import { Sounds } from '../../project/audio/sounds.ts'
import { FileError, type Files } from '../../project/files.ts'
import { App } from '../App.tsx'
import { Desk } from '../state/desk.ts'
import { readLater } from '../shell/later.tsx'

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })

/** A window over the real handlers and a disk in memory. */
export interface TestWindow {
  readonly desktop: MemoryDesktop
  /** What main has open. */
  readonly session: Session
  readonly client: Client
  /** While true every write fails as on a full disk. */
  full: boolean
  /** Label files as people would read them, by item id. */
  labels(): Map<string, Record<string, unknown>>
  /** What main says. */
  tell<Name extends EventName>(name: Name, payload: Events[Name]): void
}

export async function openWindow(
  disk: Record<string, string | Uint8Array>,
  options: {
    readonly open?: string
    /** What the person picks in the system's dialogs. */
    readonly pick?: () => string
  } = {}
): Promise<TestWindow> {
  cleanup()
  localStorage.clear()
  const state = { full: false }
  const { pick } = options
  const dialogs = pick && { pickFolder: async () => pick(), pickFiles: async () => [pick()] }
  const desktop = await memoryDesktop(disk, dialogs && { dialogs })
  const files = limited(desktop.files, () => state.full)
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const tell = <Name extends EventName>(name: Name, payload: Events[Name]) =>
    act(() => listeners.get(name)?.forEach(listener => listener(structuredClone(payload) as never)))
  const folder = options.open === undefined ? {} : { folder: options.open }
  const sounds = new Sounds(files, (sound, state) => tell('sound.state', { sound, state }))
  const place = { ...desktop.place, files, tell, sounds, ...folder }
  const { Session } = await import('../../electron/main/session.ts')
  const session = new Session(files)
  const answering = handlers({ ...desktop, place, session })
  const client: Client = {
    // What crosses the process line is a copy.
    call: async (name, input) =>
      structuredClone(await (answering[name] as (i: unknown) => Promise<never>)(structuredClone(input))),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => void set.delete(listener)
    },
    pathOf: () => ''
  }
  const opened: TestWindow = {
    desktop,
    session,
    client,
    get full() {
      return state.full
    },
    set full(is) {
      state.full = is
    },
    labels() {
      const found = new Map<string, Record<string, unknown>>()
      for (const [path, bytes] of desktop.files.snapshot()) {
        if (!/\/labels\/[^/]+\/[0-9a-f]{2}\/.*\.json$/.test(path)) continue
        const label = JSON.parse(new TextDecoder().decode(bytes)) as { item: { id: string } }
        found.set(label.item.id, label)
      }
      return found
    },
    tell
  }
  await readLater()
  const desk = new Desk(client)
  await act(async () => {
    void desk.start()
    render(<App desk={desk} />)
  })
  return opened
}

function limited(files: Files, full: () => boolean): Files {
  return new Proxy(files, {
    get(target, name: keyof Files) {
      const method = target[name].bind(target) as (...args: unknown[]) => unknown
      if (name !== 'write' && name !== 'create') return method
      return (path: string, content: string) =>
        full() && path.includes('/labels/')
          ? Promise.reject(new FileError('full', path, 'The disk is full.', 'ENOSPC'))
          : method(path, content)
    }
  })
}
