import type { WebContents } from 'electron'

/**
 * Electron security guideline 13: a window never navigates. Links, redirects, dropped files and frames are refused alike;
 * reloading the page it already shows is not navigation in this sense.
 */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
}
