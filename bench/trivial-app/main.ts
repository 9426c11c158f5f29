import path from 'node:path'
import { app, BrowserWindow } from 'electron'

/* The least an Electron app with React can do: one window, one file, nothing read, nothing secured beyond the defaults. */

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(path.join(__dirname, '../page/index.html'))
})
app.on('window-all-closed', () => app.quit())
