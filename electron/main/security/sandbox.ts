import type { App } from 'electron'

/** Electron security guideline 4: every renderer process is sandboxed, also one that a bug would open. Before ready. */
export function sandboxEverything(app: App): void {
  app.enableSandbox()
}
