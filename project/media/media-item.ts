import type { Item, MediaInfo } from '../../schemas/item.ts'
import type { Field } from '../../schemas/project.ts'
import { FileError, type Files } from '../files.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { resolveInProject } from '../paths.ts'
import { contentDigest } from './content-digest.ts'
import { mediaFieldsOf } from './media-fields.ts'
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
  const own = mediaFieldsOf(item, fields)
  if (own.length === 0) return item
  const media = new Map<string, MediaInfo>()
  const content = new Map(Object.entries(item.fields))
  for (const { id, kind, path } of own) {
    const { info, digest } = await lookAt(files, root, path, kind)
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
  const { info, at } = await mediaInProject(files, root, path, kind)
  if (at === undefined || info.bytes === undefined) return { info }
  try {
    return { info, digest: await contentDigest(files, at, info.bytes) }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { info: { problem: error.message } }
  }
}

/** What a file says of itself whose path an item names, and where it is; outside the project there is nothing. */
export async function mediaInProject(
  files: Files,
  root: string,
  path: string,
  kind: MediaKind
): Promise<{ readonly info: MediaInfo; readonly at?: string }> {
  const resolved = await resolveInProject(files, root, path)
  if (!resolved.ok) return { info: { problem: resolved.problems[0]?.message ?? '' } }
  return { info: await mediaInfo(files, resolved.value, kind), at: resolved.value }
}
