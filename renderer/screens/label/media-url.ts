/** The address of a file inside the open project; main serves those under it and nothing else. */
export const mediaUrl = (path: string) => `goldset-data://media/${encoded(path)}`

/** The address of a recording inside the open project, in which seeking is exact. */
export const soundUrl = (path: string) => `goldset-data://sound/${encoded(path)}`

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/')
