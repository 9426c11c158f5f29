import { join } from 'node:path'
import { decodeText } from '../decode.ts'
import { FileError, type Files } from '../files.ts'
import { PRIVATE_FOLDER, privateFolder, stayInside } from '../private-folder.ts'
import { tempName } from '../atomic-write.ts'
import { keptShards, keptText } from './kept-shards.ts'
import type { Shard } from './shard.ts'

/** Nobody labels so much that a part of the cache is larger; what is, is not ours. */
const mostBytes = 256 << 20

/** The first letter of a shard's name: what changes rarely is not written again with what changed. */
const parts = [...'0123456789abcdef']

/**
 * `.goldset/index/labels/<annotator>/<part>.json`. Derived: whatever is wrong with it, it is as if it were not there, and
 * a disk that does not take it takes nothing away.
 */
export class IndexCache {
  constructor(
    private readonly files: Files,
    private readonly root: string,
    private readonly schema: string
  ) {}

  async read(annotator: string): Promise<Map<string, Shard>> {
    const shards = new Map<string, Shard>()
    for (const part of parts) {
      const text = await this.text(this.path(annotator, part))
      if (text === undefined) continue
      for (const [name, shard] of keptShards(text, annotator, this.schema) ?? [])
        if (/^[0-9a-f]{2}$/.test(name) && name.startsWith(part)) shards.set(name, shard)
    }
    return shards
  }

  /** Writes every part that lacks something. Folders that are gone may stay in it: looking at them drops them again. */
  async write(annotator: string, shards: ReadonlyMap<string, Shard>): Promise<void> {
    for (const part of parts) {
      const own = new Map([...shards].filter(([name]) => name.startsWith(part)))
      const unkept = [...own.values()].filter(shard => shard.unkept)
      if (unkept.length === 0) continue
      for (const shard of unkept) shard.unkept = false
      const path = this.path(annotator, part)
      await this.quietly(async () => {
        await privateFolder(this.files, this.root)
        await stayInside(this.files, this.root, path)
        await this.files.write(path, keptText(own, this.schema))
      })
      // What has to be done besides goes on between two parts.
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Takes away what a killed program left of a part it was writing. Only for the holder of the lock. */
  async sweep(annotator: string): Promise<void> {
    const folder = this.folder(annotator)
    await this.quietly(async () => {
      await stayInside(this.files, this.root, folder)
      for (const { name, kind } of await this.files.list(folder))
        if (kind === 'file' && tempName.test(name)) await this.files.remove(join(folder, name))
    })
  }

  private async text(path: string): Promise<string | undefined> {
    return this.quietly(async () => {
      const found = await this.files.stat(path)
      if (found?.kind !== 'file' || found.size > mostBytes) return undefined
      await stayInside(this.files, this.root, path)
      const decoded = decodeText(await this.files.read(path), path)
      return decoded.ok ? decoded.value : undefined
    })
  }

  private async quietly<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run()
    } catch (error) {
      if (error instanceof FileError) return undefined
      throw error
    }
  }

  private folder(annotator: string): string {
    return join(this.root, PRIVATE_FOLDER, 'index', 'labels', annotator)
  }

  private path(annotator: string, part: string): string {
    return join(this.folder(annotator), `${part}.json`)
  }
}
