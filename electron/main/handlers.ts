import type { Handlers } from '../api/contract.ts'
import { appHandlers } from './handlers/app.ts'
import { dataHandlers } from './handlers/data.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import { labelHandlers } from './handlers/label.ts'
import { problemHandlers } from './handlers/problem.ts'
import { projectHandlers } from './handlers/project.ts'
import { queueHandlers } from './handlers/queue.ts'
import { relinkHandlers } from './handlers/relink.ts'
import { soundHandlers } from './handlers/sound.ts'
import { statsHandlers } from './handlers/stats.ts'
import type { Place } from './place.ts'
import type { Session } from './session.ts'
import type { SettingsStore } from './settings-store.ts'

/** What the handlers share. */
export interface Desktop {
  readonly place: Place
  readonly session: Session
  readonly settings: SettingsStore
}

/** Every call of the contract, over plain Node: screen tests run these over memory files, the app over the disk. */
export function handlers(desktop: Desktop): Handlers {
  return {
    ...appHandlers(desktop),
    ...projectHandlers(desktop),
    ...dataHandlers(desktop),
    ...relinkHandlers(desktop),
    ...queueHandlers(desktop),
    ...labelHandlers(desktop),
    ...soundHandlers(desktop),
    ...statsHandlers(desktop),
    ...problemHandlers(desktop),
    ...exchangeHandlers(desktop)
  }
}
