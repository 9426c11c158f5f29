import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { isFresh, sourceStamp, stampFile } from './freshness.ts'
import { out, root, targets } from './targets.ts'

/** Builds the app and the command line into out/. Every part is tried; the error names the parts that failed. */
export async function buildAll(): Promise<void> {
  const stamp = await sourceStamp()
  const making = path.join(out, `.making-${process.pid}`)
  const failed: string[] = []
  await rm(stampFile, { force: true })
  try {
    for (const [part, { config, executable }] of Object.entries(targets)) {
      const folder = path.join(making, part)
      try {
        await build({ ...config, build: { ...config.build, outDir: folder, emptyOutDir: true } })
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
        failed.push(part)
        continue
      }
      if (executable) await chmod(path.join(folder, executable), 0o755)
      // Whoever runs the app meanwhile finds the old part or the new one, never half of one.
      await rm(path.join(out, part), { recursive: true, force: true })
      await rename(folder, path.join(out, part))
    }
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  if (failed.length > 0) throw new Error(`The build of ${failed.join(', ')} failed.`)
  await mkdir(out, { recursive: true })
  await writeFile(stampFile, stamp)
}

/** Builds only if a source changed since the last complete build. */
export async function buildIfStale(): Promise<void> {
  if (await isFresh()) return
  console.log(`Building into ${path.relative(root, out)}/ …`)
  await buildAll()
}
