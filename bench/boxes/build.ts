import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { forNode, forWindow, out } from '../../scripts/build/targets.ts'

/** Builds the pages with the settings of the app. Resolves to the folder that Electron starts. */
export async function buildBoxPages(): Promise<string> {
  const folder = path.join(out, 'bench/boxes')
  const parts = {
    main: forNode('bench/text/main.ts', 'index.cjs', 'cjs'),
    floor: forWindow('bench/boxes/floor'),
    naive: forWindow('bench/boxes/naive'),
    ours: forWindow('bench/boxes/ours')
  }
  for (const [part, config] of Object.entries(parts))
    await build({ ...config, build: { ...config.build, outDir: path.join(folder, part), emptyOutDir: true } })
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'boxes', main: 'main/index.cjs' })
  )
  await mkdir(path.join(folder, 'photos'), { recursive: true })
  return folder
}
