import type { Status } from '../../schemas/label-file.ts'

const order: readonly Status[] = ['accepted', 'rejected', 'submitted', 'flagged', 'skipped', 'draft', 'todo']
const rank = new Map(order.map((status, place) => [status, place]))

/** Which of two statuses of an item is further on its way. */
export function further(a: Status, b: Status): Status {
  return (rank.get(a) ?? order.length) <= (rank.get(b) ?? order.length) ? a : b
}

/** Neither to do nor a draft: nobody has to come back to it by themselves. */
export function isFinished(status: Status): boolean {
  return status !== 'todo' && status !== 'draft'
}
