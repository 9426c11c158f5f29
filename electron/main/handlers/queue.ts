import { noCounts } from '../../../project/queue.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'

type QueueCalls = Pick<Handlers, 'queue.find' | 'queue.rows' | 'queue.nextTodo'>

/** Who is where in the list on the left. Without a project the list is empty. */
export function queueHandlers({ session }: Desktop): QueueCalls {
  return {
    async 'queue.find'(filter) {
      const desk = session.current
      if (desk === null) return { positions: [], counts: noCounts() }
      return { positions: await desk.queue.find(filter), counts: desk.queue.counts }
    },
    async 'queue.rows'({ positions }) {
      const desk = session.current
      if (desk === null) return []
      const titles = await desk.open.items.titles(positions)
      return titles.map(title => ({ ...title, status: desk.queue.statusAt(title.position) }))
    },
    async 'queue.nextTodo'({ from, direction }) {
      return session.current?.queue.nextTodo(from, direction) ?? null
    }
  }
}
