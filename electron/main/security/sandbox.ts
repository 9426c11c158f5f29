import type { App } from 'electron'

/**
 * Electron security guideline 4: every renderer process is sandboxed, also one that a bug would open. Before ready.
 * As root Chromium has no sandbox at all and --no-sandbox is given; insisting would crash its network service over and over.
 */
export function sandboxEverything(app: App): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}
