import { failed, ok } from '../../../schemas/schema.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'

type StatsCalls = Pick<Handlers, 'stats.read'>

/** How far the open project is. */
export function statsHandlers({ place, session }: Desktop): StatsCalls {
  return {
    async 'stats.read'({ lookAgain }) {
      const desk = session.current
      if (desk === null) return failed({ message: 'No project is open.' })
      await desk.settled()
      const changed = lookAgain ? await desk.changedElsewhere() : null
      if (changed !== null) place.tell('labels.changed', changed)
      return ok(await desk.stats.at(place.now()))
    }
  }
}
