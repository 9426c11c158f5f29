import { checked } from './test/lane.ts'
import { lanes } from './test/lanes.ts'
import { summary, type LaneReport } from './test/summary.ts'

/**
 * `npm test [-- <lane>…]`: every lane, headless. Exits 1 if anything failed.
 * `--nightly` adds the slow cases (GOLDSET_NIGHTLY=1); GOLDSET_ALL_LANES=1 makes a lane that cannot run a failure.
 */
const args = process.argv.slice(2)
if (args.includes('--nightly')) process.env.GOLDSET_NIGHTLY = '1'
const wanted = args.filter(argument => !argument.startsWith('--'))
/** `consumers` is all of `consumers/…`. */
const isNamed = (lane: { readonly name: string }, name: string) =>
  lane.name === name || lane.name.startsWith(`${name}/`)
const unknown = wanted.filter(name => !lanes.some(lane => isNamed(lane, name)))

if (unknown.length > 0) {
  console.error(
    `There is no lane ${unknown.join(', ')}. The lanes are: ${lanes.map(lane => lane.name).join(', ')}.`
  )
  process.exitCode = 2
} else {
  const reports: LaneReport[] = []
  for (const lane of lanes) {
    if (wanted.length > 0 && !wanted.some(name => isNamed(lane, name))) continue
    console.log(`\n== ${lane.name}`)
    const started = performance.now()
    const result = await lane.run().catch((error: unknown) => {
      console.error(error)
      return checked(false)
    })
    reports.push({ name: lane.name, seconds: (performance.now() - started) / 1000, result })
    if (result.kind === 'not run') console.log(`not run: ${result.why}`)
  }
  const { text, failed } = summary(reports, process.env.GOLDSET_ALL_LANES === '1')
  console.log(`\n${text}`)
  process.exitCode = failed > 0 ? 1 : 0
}
