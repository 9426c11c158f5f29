import { everyItem, type ItemFilter } from '../../../schemas/queue-view.ts'
import type { Desk } from '../../state/desk.ts'
import type { LabelSession } from '../../state/label-session.ts'

/** Goes to the label screen with a queue of the items that a filter finds: the one way from a figure to what it counts. */
export function openInQueue(desk: Desk, session: LabelSession, filter: Partial<ItemFilter>): void {
  desk.show('label')
  void session.find({ ...everyItem, ...filter })
}
