import type { Status } from '../../../schemas/label-file.ts'
import type { Desk } from '../../state/desk.ts'
import type { LabelSession } from '../../state/label-session.ts'

/** What the queue is to show. */
export interface Wanted {
  readonly statuses: readonly Status[]
}

/** Goes to the label screen with a queue of these items: the one way from a figure to what it counts. */
export function openInQueue(desk: Desk, session: LabelSession, wanted: Wanted): void {
  desk.show('label')
  void session.find({ text: '', statuses: wanted.statuses })
}
