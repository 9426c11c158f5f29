import { userInfo } from 'node:os'

/** Annotator ids are folder names: `[a-z0-9][a-z0-9_-]*`, at most 32. */
export function isAnnotatorId(text: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,31}$/.test(text)
}

/** The person at this machine: their user name as an id. */
export function defaultAnnotator(name = systemUserName()): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
  return slug === '' ? 'annotator' : slug
}

function systemUserName(): string {
  try {
    return userInfo().username
  } catch {
    // No entry in the password file, as in some containers.
    return ''
  }
}
