import type { Session } from 'electron'

/**
 * Electron security guideline 5: Goldset needs no camera, microphone, place, notification or device, so every request and
 * every check is refused. Writing to the clipboard on the person's own key press needs no permission.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('select-hid-device', (event, _details, answer) => (event.preventDefault(), answer(null)))
  session.on('select-serial-port', (event, _ports, _contents, answer) => (event.preventDefault(), answer('')))
  session.on('select-usb-device', (event, _details, answer) => (event.preventDefault(), answer()))
}
