import { type BrowserWindow, dialog } from 'electron'

/** This many crashes in a minute are no accident any more. */
const TOO_MANY = 3

/** When the page's process dies, the page is loaded again: every answer is on the disk, and it opens where it was. */
export function reloadAfterCrash(window: BrowserWindow, now: () => number = Date.now): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes = [...crashes.filter(at => now() - at < 60_000), now()]
    if (crashes.length < TOO_MANY) return window.webContents.reload()
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The window stopped working several times.',
        detail: `The reason given is "${reason}". Your answers are saved on disk.`,
        buttons: ['Try again', 'Quit'],
        defaultId: 0
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : window.destroy()))
  })
}
