import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Said } from '../project/test/recorded-project.ts'
import { dialogue } from './dialogues.ts'
import { exportedFolder } from './exported.ts'
import { outputOf } from './output-of.ts'

/** Prints what Praat finds in the TextGrids of a list: a line for each grid, tier and interval. */
const script = `form Read
  sentence List list.txt
endform
strings = Read Strings from raw text file: list$
files = Get number of strings
for file to files
  selectObject: strings
  name$ = Get string: file
  grid = Read from file: name$
  end = Get end time
  appendInfoLine: "grid ", name$, " ", fixed$ (end, 9)
  tiers = Get number of tiers
  for tier to tiers
    tier$ = Get tier name: tier
    appendInfoLine: "tier ", tier$
    n = Get number of intervals: tier
    for i to n
      start = Get start time of interval: tier, i
      stop = Get end time of interval: tier, i
      text$ = Get label of interval: tier, i
      line$ = replace$ (text$, newline$, "\\n", 0)
      appendInfoLine: fixed$ (start, 9), " ", fixed$ (stop, 9), " ", line$
    endfor
  endfor
  removeObject: grid
endfor
`

interface Tier {
  readonly name: string
  readonly intervals: [start: number, end: number, text: string][]
}

function tiersIn(output: string): ReadonlyMap<string, readonly Tier[]> {
  const grids = new Map<string, Tier[]>()
  let tiers: Tier[] = []
  for (const line of output.split('\n')) {
    const grid = /^grid (.*) [\d.]+$/.exec(line)
    const interval = /^([\d.]+) ([\d.]+) (.*)$/.exec(line)
    if (grid !== null) grids.set(grid[1] ?? '', (tiers = []))
    else if (line.startsWith('tier ')) tiers.push({ name: line.slice(5), intervals: [] })
    else if (interval !== null)
      tiers
        .at(-1)
        ?.intervals.push([
          Number(interval[1]),
          Number(interval[2]),
          (interval[3] ?? '').replaceAll('\\n', '\n')
        ])
  }
  return grids
}

const said: Readonly<Record<string, readonly Said[]>> = {
  'call.wav': dialogue(40, 0),
  'ward 3/call.wav': dialogue(12, 1),
  'é 名.wav': dialogue(3, 2),
  'ticks.wav': [[0.0000625, 1.0000001, 'between samples']]
}

for (const form of ['long', 'short'])
  test(`Praat reads every interval of our TextGrids (${form} form) as it is in the project`, async () => {
    const { folder, files } = await exportedFolder(said, 'textgrid', { form })
    const grids = files.filter(file => file.endsWith('.TextGrid'))
    await writeFile(join(folder, 'read.praat'), script)
    await writeFile(join(folder, 'list.txt'), grids.map(file => `${file}\n`).join(''))
    const found = tiersIn(await outputOf('praat', ['--run', 'read.praat', 'list.txt'], folder))
    expect([...found.keys()]).toEqual(grids)
    for (const [name, segments] of Object.entries(said)) {
      const tiers = found.get(`data/${name.replace('.wav', '.TextGrid')}`) ?? []
      const names = (tier: string) =>
        tier === 'transcription' ? undefined : tier === 'transcription~' ? 'transcription' : tier
      const read = tiers.flatMap(tier =>
        tier.intervals
          .filter(([, , text]) => text !== '')
          .map(([start, end, text]) => [start, end, text, names(tier.name)])
      )
      const wanted = segments.map(([start, end, text, speaker]) => [start, end, text, speaker])
      expect(read.map(each => JSON.stringify(each)).sort()).toEqual(
        wanted.map(each => JSON.stringify(each)).sort()
      )
      for (const { intervals } of tiers)
        expect(intervals.every(([start], at) => start === (intervals[at - 1]?.[1] ?? 0))).toBe(true)
    }
  })
