import type { WebContents } from 'electron'

/** Electron security guideline 14: no page opens a window, and 15: no address from data reaches the system's browser. */
export function refuseNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
