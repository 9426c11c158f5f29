import { protocol } from 'electron'

/** The window's own pages. The origin is `goldset://app`. */
export const PAGE_SCHEME = 'goldset'
/** What the open project holds: `goldset-data://media/…` and `goldset-data://sound/…`. */
export const DATA_SCHEME = 'goldset-data'

/** Must run before the app is ready, so main is loaded synchronously (CommonJS). No rights beyond a normal https page's. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([
    // With the code cache, and `v8CacheOptions` of the window, the page's script is compiled once and not at every start.
    { scheme: PAGE_SCHEME, privileges: { ...privileges, codeCache: true } },
    // `corsEnabled`: nobody but the window's own origin is let in, by a header of `media`.
    { scheme: DATA_SCHEME, privileges: { ...privileges, stream: true, corsEnabled: true } }
  ])
}
