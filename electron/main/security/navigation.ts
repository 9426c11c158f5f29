import type { WebContents } from 'electron'
import { APP_PAGE, isOwnPage } from './origin.ts'

/**
 * Electron security guideline 13: a window never navigates. Links, redirects, dropped files and frames are refused alike;
 * reloading the page it already shows is not navigation in this sense. An empty page is loaded by Chromium without asking,
 * so a window that still ends up somewhere else is brought back.
 */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('did-navigate', (_event, address) => {
    if (isOwnPage(address) || address.startsWith('devtools:')) return
    void contents.loadURL(APP_PAGE)
  })
}
