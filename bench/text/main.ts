import { app, BrowserWindow } from 'electron'

/** Shows one page in a window of 1280 by 800. */
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, useContentSize: true })
  await window.loadFile(process.env['BENCH_PAGE'] ?? '')
})
app.on('window-all-closed', () => app.quit())
