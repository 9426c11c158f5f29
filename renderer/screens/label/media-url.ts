/** The address of a file inside the open project; main serves those under it and nothing else. */
export function mediaUrl(path: string): string {
  return `goldset://media/${path.split('/').map(encodeURIComponent).join('/')}`
}
