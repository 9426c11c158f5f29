import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { forNode, forWindow, out } from '../../scripts/build/targets.ts'

/** Builds both pages with the settings of the app. Resolves to the folder that Electron starts. */
export async function buildTextPages(): Promise<string> {
  const folder = path.join(out, 'bench/text')
  const parts = {
    main: forNode('bench/text/main.ts', 'index.cjs', 'cjs'),
    floor: forWindow('bench/text/floor'),
    ours: forWindow('bench/text/ours')
  }
  for (const [part, config] of Object.entries(parts))
    await build({ ...config, build: { ...config.build, outDir: path.join(folder, part), emptyOutDir: true } })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'text', main: 'main/index.cjs' }))
  return folder
}
