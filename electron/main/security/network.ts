import type { App, Session } from 'electron'

/**
 * Offline is a promise. Chromium's own background services are switched off, names are not looked up, and every request
 * for anything but our own protocol is cancelled. `npm test` watches the whole app with strace to hold this.
 */
export function switchOffBackgroundTraffic(app: App): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability'
  ])
    commandLine.appendSwitch(name)
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Addresses that never leave the machine: our pages and media, and the developer tools' own pages. */
const local: ReadonlySet<string> = new Set(['goldset:', 'goldset-data:', 'blob:', 'data:', 'devtools:'])

export function isLocal(address: string): boolean {
  return URL.canParse(address) && local.has(new URL(address).protocol)
}

export function refuseNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
  // Chromium asks for spelling dictionaries unless it is both off and without a language.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.on('will-download', event => event.preventDefault())
}
