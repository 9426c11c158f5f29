import { readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { app } from 'electron'

/**
 * What a bare Electron runs: it starts the app whose folder is the first argument that is not a switch. It loads the app's
 * main file synchronously, because a scheme can be registered as privileged only before the app is ready.
 */
const load = (
  Module as unknown as { _load: (this: void, file: string, parent: unknown, isMain: boolean) => unknown }
)._load

const rest = process.argv.slice(1)
while (rest[0]?.startsWith('-')) {
  const option = rest.shift()
  const preloaded = option === '-r' || option === '--require' ? rest.shift() : undefined
  if (preloaded) load(path.resolve(preloaded), undefined, false)
}

const folder = rest[0]
if (folder === undefined) {
  console.error('Say which app to run: electron <folder>')
  app.exit(2)
} else {
  start(path.resolve(folder))
}

function start(root: string) {
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name?: string
    productName?: string
    version?: string
    main?: string
  }
  process.argv.splice(1, process.argv.length - 1, ...rest)
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false })
  app.name = about.productName ?? about.name ?? 'Electron'
  const inner = app as unknown as { setVersion(version: string): void; setAppPath(folder: string): void }
  inner.setVersion(about.version ?? '0.0.0')
  inner.setAppPath(root)
  load(path.join(root, about.main ?? 'index.js'), undefined, true)
}
