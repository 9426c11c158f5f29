import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench, BenchRow } from '../bench/bench-row.ts'
import { buildIfStale } from './build/build-all.ts'
import { root } from './build/targets.ts'
import { findElectron, runtimeLine } from './electron-runtime.ts'
import { hasScreen, onScreen, prepareLinux } from './runtime/linux.ts'
import { table } from './runtime/table.ts'

/** `npm run bench [-- <name>…]`: runs bench/*.bench.ts and prints each figure beside its floor and its bar. */
const wanted = process.argv.slice(2)
try {
  const electron = await findElectron()
  prepareLinux(electron.executable)
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= electron.dist
  if (hasScreen()) process.exitCode = await bench()
  else {
    console.log(runtimeLine(electron))
    const [program, ...args] = onScreen([process.execPath, ...process.execArgv, ...process.argv.slice(1)])
    process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function bench(): Promise<number> {
  await buildIfStale()
  const files = readdirSync(path.join(root, 'bench')).filter(
    name =>
      name.endsWith('.bench.ts') &&
      (wanted.length === 0 || wanted.includes(name.slice(0, -'.bench.ts'.length)))
  )
  const rows: BenchRow[] = []
  const broken: string[] = []
  for (const file of files) {
    console.log(`… ${file}`)
    try {
      const { measure } = (await import(pathToFileURL(path.join(root, 'bench', file)).href)) as Bench
      rows.push(...(await measure()))
    } catch (error) {
      broken.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
  console.log(
    table([
      ['', 'ours', 'floor', 'unit', 'ratio', 'bar', ''],
      ...rows.map(row => [
        row.name,
        round(row.ours),
        round(row.floor),
        row.unit,
        round(row.ratio),
        `≤ ${row.bar}`,
        row.ratio <= row.bar ? 'ok' : 'MISSED'
      ])
    ])
  )
  for (const line of broken) console.log(`not run: ${line}`)
  if (files.length === 0) console.log(`not run: there is no bench named ${wanted.join(', ')}`)
  return broken.length === 0 && files.length > 0 && rows.every(row => row.ratio <= row.bar) ? 0 : 1
}
