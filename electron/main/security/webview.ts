import type { WebContents } from 'electron'

/** Electron security guideline 12: a webview is refused even if some page could write the tag. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', event => event.preventDefault())
}
