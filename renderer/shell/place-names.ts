const day = 86_400_000

/** `10 minutes ago`, `yesterday`, `Friday`, `14 June`: when something was, as people say it. */
export function whenInWords(iso: string, now: Date): string {
  const then = new Date(iso)
  const ms = now.getTime() - then.getTime()
  if (Number.isNaN(ms)) return ''
  if (ms < 60_000) return 'just now'
  if (ms < 3_600_000) return count(Math.floor(ms / 60_000), 'minute')
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  if (then.getTime() >= midnight) return count(Math.floor(ms / 3_600_000), 'hour')
  if (then.getTime() >= midnight - day) return 'yesterday'
  if (then.getTime() >= midnight - 6 * day) return then.toLocaleDateString('en', { weekday: 'long' })
  const sameYear = then.getFullYear() === now.getFullYear()
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' })
  })
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'} ago`
}

/** A folder with the person's own home as `~`. */
export function shortFolder(folder: string, home: string): string {
  const inside = folder.startsWith(home) && /^[\\/]/.test(folder.slice(home.length))
  return inside ? `~${folder.slice(home.length)}` : folder
}

/** `12,400`. */
export function inThousands(n: number): string {
  return n.toLocaleString('en')
}
