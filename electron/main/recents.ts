import { join } from 'node:path'
import { FileError, type Files } from '../../project/files.ts'
import { PROJECT_FILE } from '../../schemas/project.ts'
import type { Recent } from '../api/contract.ts'
import type { Desktop } from './handlers.ts'
import type { Desk } from './session.ts'
import type { Remembered, SettingsStore } from './settings-store.ts'

/** The projects opened before, latest first, each looked up on its disk. */
export async function recentsNow(files: Files, settings: SettingsStore): Promise<readonly Recent[]> {
  return Promise.all(
    settings.recents.map(async ({ lastItem: _lastItem, ...recent }) => {
      const there = await files.stat(join(recent.folder, PROJECT_FILE)).catch(() => undefined)
      return { ...recent, gone: there === undefined }
    })
  )
}

/** What home will show of an open project. */
function remembered(desk: Desk, now: Date): Remembered {
  const { open, queue, lastSaved } = desk
  const { counts } = queue
  const items = open.items.count - open.items.holes
  return {
    folder: open.root,
    name: open.project.name,
    labelers: [...new Set(open.project.tasks.map(task => task.labeler))],
    openedAt: now.toISOString(),
    done: items - counts.todo - counts.draft,
    items,
    ...(lastSaved === undefined ? {} : { lastItem: lastSaved })
  }
}

/** Keeps what home will show of the open project. Settings that cannot be written never stop the work. */
export async function rememberDesk({ place, session, settings }: Desktop): Promise<void> {
  if (session.current === null) return
  try {
    await settings.remember(remembered(session.current, place.now()))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
  place.recentsChanged(settings.recents)
}
