import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildIfStale } from './build/build-all.ts'
import { root } from './build/targets.ts'
import { findElectron, runtimeLine } from './electron-runtime.ts'
import { hasScreen, onScreen, prepareLinux, sandboxSwitches } from './runtime/linux.ts'

/** `npm start [-- <project folder>]`: builds what changed and opens the app; the first time, on a sample project. */
try {
  await buildIfStale()
  const electron = await findElectron()
  prepareLinux(electron.executable)
  console.log(runtimeLine(electron))
  if (!hasScreen()) console.log('There is no screen here, so the app runs on a virtual one (xvfb-run).')
  const switches = sandboxSwitches()
  if (switches.length > 0) console.log('Running as root, so without Chromium’s sandbox (--no-sandbox).')
  const [program, ...args] = onScreen([
    electron.executable,
    ...switches,
    root,
    '--first-run-sample',
    ...process.argv.slice(2).map(fromWhereAsked)
  ])
  const app = spawn(program, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))
  app.on('exit', code => process.exit(code ?? 1))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** npm runs this in the repository; a relative folder was meant from where the person typed it. */
function fromWhereAsked(argument: string): string {
  return argument.startsWith('-') ? argument : path.resolve(process.env.INIT_CWD ?? '', argument)
}
