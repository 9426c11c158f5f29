import { answerLine } from '../../labelers/answer-line.ts'
import type { ItemTitle } from '../../project/item-index.ts'
import { readAnswer } from '../../project/label-problems.ts'
import { mediaInProject } from '../../project/media/media-item.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { RowMarks } from '../../schemas/queue-view.ts'
import { type ShownMedia, shownMedia } from '../../schemas/shown-media.ts'
import type { QueueRow } from '../api/contract.ts'

/** Rows of the queue. In a project of pictures or recordings with what is known of each, and a line about its answer. */
export async function rowsOf(
  open: OpenProject,
  annotator: string,
  titles: readonly (ItemTitle & RowMarks)[]
): Promise<readonly QueueRow[]> {
  const shown = shownMedia(open.project)
  return Promise.all(
    titles.map(async ({ media, ...row }) => {
      if (shown === undefined) return row
      const path = media !== undefined && Object.hasOwn(media, shown.field) ? media[shown.field] : undefined
      const [seen, said] = await Promise.all([
        path === undefined ? undefined : headOf(open, path, shown),
        row.status === 'todo' ? undefined : saidOf(open, annotator, row.id, shown)
      ])
      return { ...row, ...(seen !== undefined && { media: seen }), said }
    })
  )
}

async function headOf({ files, root }: OpenProject, path: string, { kind }: ShownMedia) {
  const { info } = await mediaInProject(files, root, path, kind)
  return { path, ...info }
}

async function saidOf({ labels }: OpenProject, annotator: string, item: string, { task }: ShownMedia) {
  const label = await labels.peek(annotator, item)
  if (label === undefined) return undefined
  const read = readAnswer(task, label)
  const answers = read.kind === 'answer' ? { [task.id]: read.answer } : {}
  return answerLine(task, { ...label, answers })
}
