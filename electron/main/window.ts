import { BrowserWindow, nativeTheme, screen } from 'electron'
import { APP_PAGE } from './security/origin.ts'
import { webPreferences } from './security/web-preferences.ts'
import type { SettingsStore } from './settings-store.ts'
import { placeOnDisplays, SMALLEST } from './window-place.ts'

/** As `--bg-app` of the theme: what is seen before the page has painted. */
const BACKGROUND = { light: '#f1f1f2', dark: '#161719' } as const

/**
 * The one window. It loads its page at once, and is shown when that has painted, so that nothing flashes, and when it stands
 * where the person left it.
 */
export function createWindow(settings: Promise<SettingsStore>): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOnDisplays(undefined, workAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Goldset',
    show: false,
    webPreferences: webPreferences()
  })
  const settled = settings.then(known => settle(window, known))
  window.once('ready-to-show', () => void settled.then(() => window.show()))
  void window.loadURL(APP_PAGE)
  return window
}

function settle(window: BrowserWindow, settings: SettingsStore): void {
  if (window.isDestroyed()) return
  const { window: remembered } = settings
  nativeTheme.themeSource = settings.settings.theme
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light)
  if (remembered !== undefined) window.setBounds(placeOnDisplays(remembered, workAreas()))
  if (remembered?.maximized === true) window.maximize()
  window.on('close', () => rememberPlace(window, settings))
}

function workAreas() {
  return [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(display => display.workArea)
}

function rememberPlace(window: BrowserWindow, settings: SettingsStore): void {
  const place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  settings.saveWindow(place).catch(() => {
    // Where the window stood is not worth a message while the person is leaving.
  })
}
