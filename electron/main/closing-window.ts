import { type BrowserWindow, dialog } from 'electron'
import { closing } from './closing.ts'
import { tell } from './tell.ts'

/** Lets the window close when its page has saved everything. Returns what `window.closeNow` does. */
export function closeWhenSaved(window: BrowserWindow): () => void {
  const { mayClose, closeNow, pageGone } = closing({
    tellPage: () => tell(window, 'window.closing', null),
    pageAnswers: () =>
      window.webContents.executeJavaScript('true').then(
        () => true,
        () => false
      ),
    askPerson: async () => (await ask(window)) === 1,
    close: () => window.close(),
    isOver: () => window.isDestroyed() || window.webContents.isCrashed()
  })
  window.webContents.on('render-process-gone', pageGone)
  window.on('close', event => {
    if (!mayClose()) event.preventDefault()
  })
  return closeNow
}

async function ask(window: BrowserWindow): Promise<number> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Goldset has not finished saving.',
    detail: 'Answers that are not saved yet are lost if the window closes now.',
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0
  })
  return response
}
