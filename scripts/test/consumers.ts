import { spawnSync } from 'node:child_process'
import { type Lane, notRun } from './lane.ts'
import { vitest } from './vitest-lane.ts'

interface Consumer {
  readonly program: string
  /** So that it only says something and ends. */
  readonly asks: readonly string[]
  /** Of Debian. */
  readonly package: string
}

const consumers: readonly Consumer[] = [
  { program: 'praat', asks: ['--version'], package: 'praat' },
  { program: 'sctk', asks: [], package: 'sctk' },
  { program: 'ffmpeg', asks: ['-version'], package: 'ffmpeg' }
]

/** A lane for each program that reads what we export: `consumers/<name>.lane.ts`. One that is not there is said. */
export const consumerLanes: readonly Lane[] = consumers.map(({ program, asks, package: name }) => ({
  name: `consumers/${program}`,
  run: async () => {
    if (spawnSync(program, [...asks], { stdio: 'ignore' }).error !== undefined)
      return notRun(`${program} is not installed (apt-get install ${name})`)
    return vitest({
      project: 'consumers',
      name: `consumers-${program}`,
      args: [`consumers/${program}.lane.ts`]
    })
  }
}))
