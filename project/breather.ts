/** Lets the rest of the program go on every few milliseconds: reads of small files never leave the thread. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < 8) return
    await new Promise(resolve => setImmediate(resolve))
    since = performance.now()
  }
}
