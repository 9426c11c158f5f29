/** Scripts that are written from right to left, as subtags of BCP 47. */
const scripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg'])
/** Languages that are, where no script is named. */
const languages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** Whether texts in a language (BCP 47) begin at the right. Unknown ones do not: their first letter decides. */
export function writesFromRight(language: string | undefined): boolean {
  const [first = '', ...rest] = (language ?? '').toLowerCase().split('-')
  const script = rest.find(part => part.length === 4 && /^[a-z]+$/.test(part))
  return script === undefined ? languages.has(first) : scripts.has(script)
}
