/** A first annotator id from the system's name of the person: lower case, letters and digits; `me` if nothing is left. */
export function annotatorFrom(userName: string): string {
  const slug = userName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'me' : slug
}
