import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import ts from 'typescript'

/** Writes the `default_app.asar` that a development Electron needs to run an app from a folder. */
export async function writeDefaultApp(target: string, version: string): Promise<void> {
  const source = await readFile(path.join(import.meta.dirname, 'default-app', 'main.ts'), 'utf8')
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }
  })
  const folder = `${target}.making`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'main.js'), outputText)
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'electron-default-app', version, main: 'main.js' })
  )
  await createPackage(folder, target)
  await rm(folder, { recursive: true })
}
