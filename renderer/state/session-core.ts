import type { StoreApi } from 'zustand/vanilla'
import type { Client, ProjectSummary } from '../../electron/api/contract.ts'
import type { Task } from '../../schemas/project.ts'
import { shownMedia } from '../../schemas/shown-media.ts'
import type { IconName } from '../ui/icon-shapes.ts'
import { QueueRows } from './queue-rows.ts'
import { SaveQueue } from './save-queue.ts'
import { type SessionState, sessionStore, type Toast } from './session-state.ts'

/** What the parts of a session share: the project, the state on the screen, and the way to the disk. */
export class SessionCore {
  readonly client: Client
  readonly summary: ProjectSummary
  readonly store: StoreApi<SessionState>
  readonly rows: QueueRows
  readonly saves: SaveQueue
  #lastId = 0

  /** `notSaved` is told of every save that failed. */
  constructor(client: Client, summary: ProjectSummary, notSaved: () => void) {
    this.client = client
    this.summary = summary
    this.store = sessionStore(summary)
    this.rows = new QueueRows(
      client,
      () => this.set({ rowsVersion: this.state.rowsVersion + 1 }),
      shownMedia(summary.project)?.task
    )
    this.saves = new SaveQueue({
      send: ({ position, id, revision, state, activeMs }) =>
        client.call('label.save', { position, id, revision, state, activeMs }),
      changed: save => {
        this.set({ save })
        if (save.unsaved > 0) notSaved()
      }
    })
  }

  get state(): SessionState {
    return this.store.getState()
  }

  set(part: Partial<SessionState>): void {
    this.store.setState(part)
  }

  get tasks(): readonly Task[] {
    return this.summary.project.tasks
  }

  /** A number no toast and no gesture of this session had before. */
  nextId(): number {
    return ++this.#lastId
  }

  say(icon: IconName, bold: string, text = '', offer: Toast['offer'] = null): void {
    this.set({ toast: { id: this.nextId(), icon, bold, text, offer } })
  }
}
