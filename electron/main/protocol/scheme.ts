import { protocol } from 'electron'

/** Must run before the app is ready, so main is loaded synchronously (CommonJS). No rights beyond a normal https page's. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'goldset',
      // With the code cache, and `v8CacheOptions` of the window, the page's script is compiled once and not at every start.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
    }
  ])
}
