import type { App } from '../../e2e/app.ts'

/** What the process of the window holds, in MB, after everything that nothing needs was thrown away. */
export async function windowMemory({ electron, page }: App): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const seen: number[] = []
  for (let look = 0; look < 4; look++) {
    await session.send('HeapProfiler.collectGarbage')
    await page.waitForTimeout(500)
    seen.push(
      await electron.evaluate(({ app, BrowserWindow }) => {
        const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
        const process = app.getAppMetrics().find(each => each.pid === pid)
        return (process?.memory.workingSetSize ?? 0) / 1024
      })
    )
  }
  await session.detach()
  return Math.min(...seen)
}
