import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { forNode, forWindow, out } from '../../scripts/build/targets.ts'

/** Builds the trivial app with the same settings as ours. Resolves to the folder that Electron starts. */
export async function buildTrivialApp(): Promise<string> {
  const folder = path.join(out, 'bench/trivial-app')
  const parts = {
    main: forNode('bench/trivial-app/main.ts', 'index.cjs', 'cjs'),
    page: forWindow('bench/trivial-app')
  }
  for (const [part, config] of Object.entries(parts))
    await build({ ...config, build: { ...config.build, outDir: path.join(folder, part), emptyOutDir: true } })
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'trivial', main: 'main/index.cjs' })
  )
  return folder
}
