import { breather } from '../breather.ts'
import type { OpenProject } from '../open-project.ts'
import type { Problem } from '../../schemas/schema.ts'
import { mediaItem } from './media-item.ts'

/** What is wrong or odd about the files that the items of a project name, in source order. Looks at every one. */
export async function* mediaProblems(open: OpenProject): AsyncGenerator<Problem> {
  const { files, root, project, items } = open
  if (!project.fields.some(({ kind }) => kind === 'image' || kind === 'audio')) return
  const breathe = breather()
  for await (const { item } of items.items()) {
    await breathe()
    const { media } = await mediaItem(files, root, project.fields, item)
    for (const [field, { problem, note }] of Object.entries(media ?? {}))
      for (const message of [problem, note])
        if (message !== undefined) yield { file: item.fields[field] ?? item.source, message }
  }
}
