/** Where the window's own pages live. Nothing else is ever loaded into it. */
export const APP_ORIGIN = 'goldset://app'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** Whether an address is a page of ours. Compared by its parts: a prefix would admit `goldset://app.example`. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'goldset:' && url.host === 'app' && url.username === '' && url.port === ''
}
