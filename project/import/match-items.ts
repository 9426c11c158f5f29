import { MediaNames, type NameMatch } from '../../labelers/kit/media-names.ts'
import type { Item } from '../../schemas/item.ts'
import type { Field, Project } from '../../schemas/project.ts'
import type { ItemIndex } from '../item-index.ts'
import { contentOf, knownBy } from './known-by.ts'

/** What a foreign row says of the item it is about. */
export interface ForeignItem {
  readonly id?: string | undefined
  readonly path?: string | undefined
  readonly text?: string | undefined
  /** A conversation as JSON text. */
  readonly chat?: string | undefined
  readonly annotator?: string | undefined
}

export type Match = { readonly item: Item } | { readonly message: string }

/**
 * Finds the items of a project that foreign rows are about: by id, then by path, then by the name of a file, then by
 * exact content. Rows of one
 * annotator with the same content and nothing else to tell them apart go to the items with that content in turn.
 */
export function itemMatcher(
  items: ItemIndex,
  { fields }: Pick<Project, 'fields'>
): (row: ForeignItem) => Promise<Match> {
  let known: Map<string, number[]> | undefined
  const turns = new Map<string, number>()
  const files = fields.filter(field => field.kind === 'image' || field.kind === 'audio')
  let byFile: MediaNames<number> | undefined

  const at = async (position: number | undefined): Promise<Item | undefined> => {
    const read = position === undefined ? undefined : await items.item(position)
    return read?.ok === true ? read.value : undefined
  }
  const byName = async (name: string | undefined): Promise<Item | undefined> =>
    name === undefined ? undefined : at(items.positionOf(name) ?? items.positionOf(posix(name)))
  const byContent = async (text: string, annotator: string): Promise<Item | undefined> => {
    known ??= await positionsByContent(items, fields)
    const positions = known.get(text)
    if (positions === undefined) return undefined
    const key = JSON.stringify([annotator, text])
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return at(positions[turn % positions.length])
  }

  const byMedia = async (path: string | undefined): Promise<NameMatch<number>> => {
    if (path === undefined || files.length === 0) return undefined
    byFile ??= await namesOfMedia(
      items,
      files.map(field => field.id)
    )
    return byFile.find(path)
  }

  return async ({ id, path, annotator = '', ...row }) => {
    await items.whole
    const text = contentOf(row)
    const named = (await byName(id)) ?? (await byName(path))
    if (named !== undefined && text !== undefined && !knownBy(named, fields).includes(text)) {
      return { message: `"${named.id}" has another text in this project than in the file.` }
    }
    const media = named === undefined && text === undefined ? await byMedia(path) : undefined
    if (media !== undefined && 'several' in media)
      return { message: `"${path}" can be any of ${media.several} files of this project.` }
    const item =
      named ??
      (media === undefined ? undefined : await at(media.found)) ??
      (text === undefined ? undefined : await byContent(text, annotator))
    if (item !== undefined) return { item }
    const called = id ?? path
    if (called !== undefined && text === undefined) return { message: `No item is called "${called}".` }
    return {
      message:
        called === undefined ? 'No item has this text.' : `No item is called "${called}" or has this text.`
    }
  }
}

async function namesOfMedia(items: ItemIndex, fields: readonly string[]): Promise<MediaNames<number>> {
  const files: [string, number][] = []
  for await (const { position, item } of items.items())
    for (const field of fields) {
      const path = Object.hasOwn(item.fields, field) ? item.fields[field] : undefined
      if (path !== undefined) files.push([path, position])
    }
  return new MediaNames(files)
}

async function positionsByContent(
  items: ItemIndex,
  fields: readonly Field[]
): Promise<Map<string, number[]>> {
  const positions = new Map<string, number[]>()
  for await (const { position, item } of items.items()) {
    for (const content of new Set(knownBy(item, fields))) {
      const same = positions.get(content)
      if (same === undefined) positions.set(content, [position])
      else same.push(position)
    }
  }
  return positions
}

const posix = (path: string) => path.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC')
