import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'electron-builder'
import { buildIfStale } from './build/build-all.ts'
import { root } from './build/targets.ts'
import { findElectron, runtimeLine } from './electron-runtime.ts'

/**
 * `npm run package`: the unpacked app for this machine, around the Electron found here. With arguments
 * (`-- --linux AppImage`) they go to electron-builder, which downloads the Electron that ships and its packaging tools.
 */
try {
  await buildIfStale()
  const args = process.argv.slice(2)
  if (args.length > 0) process.exitCode = electronBuilder(args)
  else await unpacked()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function unpacked(): Promise<void> {
  const electron = await findElectron()
  console.log(runtimeLine(electron))
  await rm(path.join(root, 'dist'), { recursive: true, force: true })
  await build({
    projectDir: root,
    dir: true,
    publish: 'never',
    // Added to what electron-builder.yml says.
    config: {
      electronDist: electron.dist,
      electronVersion: electron.version,
      // A ready-made distribution brings the app that a bare Electron shows. Ours needs none beside it.
      afterPack: async ({ packager, appOutDir }) =>
        rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
    }
  })
}

function electronBuilder(args: readonly string[]): number {
  const cli = path.join(root, 'node_modules/electron-builder/cli.js')
  const { status } = spawnSync(process.execPath, [cli, ...args, '--publish=never'], {
    cwd: root,
    stdio: 'inherit'
  })
  return status ?? 1
}
