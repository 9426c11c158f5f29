import { noCounts } from '../../../project/queue/counts.ts'
import { needsReading } from '../../../project/queue/queue.ts'
import type { Handlers } from '../../api/contract.ts'
import type { Desktop } from '../handlers.ts'

type QueueCalls = Pick<
  Handlers,
  'queue.find' | 'queue.stop' | 'queue.choices' | 'queue.lookUp' | 'queue.rows' | 'queue.nextTodo'
>

/** Who is where in the list on the left. Without a project the list is empty. */
export function queueHandlers({ session, place }: Desktop): QueueCalls {
  return {
    async 'queue.find'({ search, view }) {
      const desk = session.current
      if (desk === null) return { positions: null, items: 0, reading: false, counts: noCounts() }
      desk.searches.stop('view')
      const positions = desk.queue.turnTo(view)
      const reading = needsReading(view)
      if (reading) desk.searches.readView(part => place.tell('queue.found', { search, ...part }))
      return { positions, items: desk.open.items.count, reading, counts: desk.queue.counts }
    },
    async 'queue.stop'() {
      session.current?.searches.stop('view')
      return null
    },
    async 'queue.choices'({ annotators }) {
      return (
        session.current?.queue.choices(annotators) ?? {
          annotators: [],
          labels: [],
          marks: { unsure: 0, commented: 0, problem: 0 }
        }
      )
    },
    async 'queue.lookUp'({ text }) {
      const desk = session.current
      if (desk === null) return { rows: [], whole: true }
      const { positions, whole } = await desk.searches.lookUp(text)
      return { rows: await desk.rows(positions), whole }
    },
    async 'queue.rows'({ positions }) {
      return session.current?.rows(positions) ?? []
    },
    async 'queue.nextTodo'({ from, direction }) {
      return session.current?.queue.nextTodo(from, direction) ?? null
    }
  }
}
