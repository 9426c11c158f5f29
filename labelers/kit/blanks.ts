/** What column formats take for a separator: white space, and control characters, which Python splits at as well. */
const blank = /[\s\u0000-\u001f\u007f-\u009f]/u
const toEscape = /[\s%\u0000-\u001f\u007f-\u009f]/gu

export const isBlank = (character: string): boolean => blank.test(character)

/** A name for a column that may hold no white space: white space, control characters and `%` as in web addresses. */
export function escapeBlanks(name: string): string {
  return name.replace(toEscape, encodeURIComponent)
}

/** The inverse. What is no such escape stays as it is: `100%` is a name, too. */
export function unescapeBlanks(name: string): string {
  return name.replace(/(?:%[0-9A-F]{2})+/g, escapes => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
