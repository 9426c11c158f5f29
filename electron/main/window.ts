import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './security/origin.ts'
import { webPreferences } from './security/web-preferences.ts'
import type { SettingsStore } from './settings-store.ts'
import { placeOnDisplays, SMALLEST } from './window-place.ts'

/** As `--bg-app` of the theme: what is seen before the page has painted. */
const BACKGROUND = { light: '#f1f1f2', dark: '#161719' } as const

/** The one window. Shown when its page has painted, so that nothing flashes. */
export function createWindow(settings: SettingsStore): BrowserWindow {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(display => display.workArea)
  const window = new BrowserWindow({
    ...placeOnDisplays(settings.window, displays),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Goldset',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences()
  })
  if (settings.window?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberPlace(window, settings))
  void window.loadURL(APP_PAGE)
  return window
}

function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  settings.saveWindow(place).catch(() => {
    // Where the window stood is not worth a message while the person is leaving.
  })
}
