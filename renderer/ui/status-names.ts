import type { Status } from '../../schemas/label-file.ts'

/** A status as people read it. */
export const statusNames: Readonly<Record<Status, string>> = {
  todo: 'to do',
  draft: 'draft',
  submitted: 'submitted',
  skipped: 'skipped',
  flagged: 'flagged',
  accepted: 'accepted',
  rejected: 'rejected'
}
