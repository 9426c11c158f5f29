import { failed, ok } from '../../../schemas/schema.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'

/** Telling the open project where its data is now. */
export function relinkHandlers({ session }: Desktop): Pick<Handlers, 'source.relink'> {
  return {
    async 'source.relink'({ source, to }) {
      const desk = session.current
      if (desk === null) return failed({ message: 'No project is open.' })
      const allowed = await session.grants.allow([to])
      if (!allowed.ok) return allowed
      const [place = to] = allowed.value
      await desk.settled()
      const { relinkOpen } = await import('../../../project/relink-source.ts')
      const relinked = await relinkOpen(desk.open, source, place)
      return relinked.ok ? ok({ compared: relinked.value.compared }) : relinked
    }
  }
}
