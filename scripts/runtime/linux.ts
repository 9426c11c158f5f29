import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** What Electron needs of a Debian-like system, and Xvfb for a machine without a screen. */
const packages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1']
/** Names of the same since the 64-bit time change (Debian 13, Ubuntu 24.04). */
const renamed = new Map([
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64']
])

/** The shared libraries that `executable` names and this machine lacks. Empty where there is no `ldd` to ask. */
function missingLibraries(executable: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return notFound(stdout ?? '')
}

export const notFound = (ldd: string): readonly string[] =>
  [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '')

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

const onPath = (program: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some(folder => existsSync(path.join(folder, program)))

const isRoot = () => process.getuid?.() === 0

/**
 * Makes sure that Electron can run here: installs missing libraries, and Xvfb where there is no screen, when this is root on a
 * Debian-like system. Otherwise throws an Error with the command a person must run.
 */
export function prepareLinux(executable: string): void {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(executable)
  const lacksXvfb = !hasScreen() && !onPath('xvfb-run')
  if (missing.length === 0 && !lacksXvfb) return
  const lacking = [...missing, ...(lacksXvfb ? ['xvfb-run'] : [])].join(', ')
  if (!onPath('apt-get')) {
    throw new Error(
      missing.length > 0
        ? `Electron needs libraries that this system lacks: ${lacking}. Install them with its package manager.`
        : 'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), and no xvfb-run to stand in for one.'
    )
  }
  if (!isRoot()) {
    throw new Error(
      `Electron lacks ${lacking} here. Run: sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
    )
  }
  install(lacking)
}

function install(lacking: string): void {
  console.log(`Electron lacks ${lacking}; installing ${packages.join(' ')} with apt-get …`)
  apt('update')
  const known = packages.map(name => {
    const newName = renamed.get(name)
    return newName && spawnSync('apt-cache', ['show', newName], { stdio: 'ignore' }).status === 0
      ? newName
      : name
  })
  apt('install', '-y', ...known)
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env
  })
  if (status !== 0)
    throw new Error(`apt-get ${args.join(' ')} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`)
}

/** The command with what this machine needs around it: a virtual screen where there is none. */
export function onScreen(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (hasScreen()) return command
  return ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...command]
}

/** Chromium's sandbox refuses to run as root. */
export const sandboxSwitches = (): readonly string[] =>
  process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []
