import { protocol } from 'electron'

/** Must run before the app is ready, so main is loaded synchronously (CommonJS). No rights beyond a normal https page's. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'goldset', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }
  ])
}
