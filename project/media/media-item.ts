import type { Item, MediaInfo } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import { FileError, type Files } from '../files.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { resolveInProject } from '../paths.ts'
import { contentDigest } from './content-digest.ts'
import { mediaInfo, type MediaKind } from './media-info.ts'

/**
 * The item as a labeler may see it: `media` says what is known of its files, and the fingerprint is over what they
 * hold instead of where they lie. An item without media fields comes back as it is. Everything that hands items to
 * labelers, or writes label files, takes them from here.
 */
export async function mediaItem(
  files: Files,
  root: string,
  fields: readonly Field[],
  item: Item
): Promise<Item> {
  const own = fields.flatMap(({ id, kind }) =>
    (kind === 'image' || kind === 'audio') && Object.hasOwn(item.fields, id) ? [{ id, kind }] : []
  )
  if (own.length === 0) return item
  const media = new Map<string, MediaInfo>()
  const content = new Map(Object.entries(item.fields))
  for (const { id, kind } of own) {
    const { info, digest } = await lookAt(files, root, item.fields[id] ?? '', kind)
    media.set(id, info)
    if (digest !== undefined) content.set(id, digest)
  }
  return {
    ...item,
    fingerprint: fingerprintOf(Object.fromEntries(content)),
    media: Object.fromEntries(media)
  }
}

async function lookAt(
  files: Files,
  root: string,
  path: string,
  kind: MediaKind
): Promise<{ readonly info: MediaInfo; readonly digest?: string }> {
  const resolved = await resolveInProject(files, root, path)
  if (!resolved.ok) return { info: { problem: resolved.problems[0]?.message ?? '' } }
  const info = await mediaInfo(files, resolved.value, kind)
  if (info.bytes === undefined) return { info }
  try {
    return { info, digest: await contentDigest(files, resolved.value, info.bytes) }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { info: { problem: error.message } }
  }
}
