import type { App, Session } from 'electron'
import { refuseNavigation } from './navigation.ts'
import { refuseNetwork, switchOffBackgroundTraffic } from './network.ts'
import { refusePermissions } from './permissions.ts'
import { sandboxEverything } from './sandbox.ts'
import { refuseWebviews } from './webview.ts'
import { refuseNewWindows } from './window-open.ts'

/** The rules that must stand before the app is ready. */
export function secureApp(app: App): void {
  sandboxEverything(app)
  switchOffBackgroundTraffic(app)
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents)
    refuseNewWindows(contents)
    refuseWebviews(contents)
  })
}

/** The rules of a session, before its first window. */
export function secureSession(session: Session): void {
  refusePermissions(session)
  refuseNetwork(session)
}
