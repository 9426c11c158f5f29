// Characters YAML takes for line ends or refuses as unprintable.
const unprintable = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

/** A text as a double-quoted YAML string: a JSON string is one, once these are escaped. */
export function yamlText(text: string): string {
  return JSON.stringify(text).replace(unprintable, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
