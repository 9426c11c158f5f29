import { buildAll } from './build/build-all.ts'

const started = performance.now()
try {
  await buildAll()
  console.log(`Built out/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
