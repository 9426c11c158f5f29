import { join } from 'node:path'
import type { WebPreferences } from 'electron'

/**
 * Electron security guidelines 2, 3, 4, 6, 8, 9, 10 and 11: no Node in the page, an isolated preload, a sandboxed process,
 * web security on, nothing insecure or experimental, no webview. Written out though most are defaults, so that a test can
 * read them back from the running window.
 */
export function webPreferences(): WebPreferences {
  return {
    preload: join(__dirname, '../preload/index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    v8CacheOptions: 'bypassHeatCheck'
  }
}
