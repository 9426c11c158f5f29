import { type BrowserWindow, dialog } from 'electron'
import { tell } from './tell.ts'

/** How long the page may take to finish saving before the person is asked. */
const PATIENCE_MS = 5_000

/**
 * The window closes when its page says that nothing is unsaved. If the page cannot answer, or the person insists by closing
 * once more, they are asked. Returns what `window.closeNow` does.
 */
export function closeWhenSaved(window: BrowserWindow): () => void {
  let state: 'open' | 'asked' | 'free' = 'open'
  const closeNow = () => {
    state = 'free'
    window.close()
  }
  window.webContents.on('render-process-gone', () => {
    if (state === 'asked') closeNow()
  })
  window.on('close', event => {
    if (state === 'free' || window.webContents.isCrashed()) return
    event.preventDefault()
    if (state === 'asked') return void ask()
    state = 'asked'
    tell(window, 'window.closing', null)
    setTimeout(() => void askUnlessAlive(), PATIENCE_MS)
  })

  async function askUnlessAlive(): Promise<void> {
    if (state !== 'asked' || window.isDestroyed()) return
    const alive = await Promise.race<unknown>([
      window.webContents.executeJavaScript('true').catch(() => false),
      new Promise<false>(resolve => setTimeout(() => resolve(false), 1_000))
    ])
    // A page that is alive has its own sentence on the screen: what is unsaved, and where a copy could go.
    if (alive !== true) await ask()
  }

  async function ask(): Promise<void> {
    if (window.isDestroyed()) return
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Goldset has not finished saving.',
      detail: 'Answers that are not saved yet are lost if the window closes now.',
      buttons: ['Keep open', 'Close anyway'],
      defaultId: 0,
      cancelId: 0
    })
    if (response === 1) closeNow()
    else if (state === 'asked') state = 'open'
  }

  return closeNow
}
