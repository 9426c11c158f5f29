import { type Status, statuses } from '../../schemas/label-file.ts'

/** How many items have each status. */
export type Counts = Readonly<Record<Status, number>>

export function noCounts(): Record<Status, number> {
  return Object.fromEntries(statuses.map(status => [status, 0])) as Record<Status, number>
}
