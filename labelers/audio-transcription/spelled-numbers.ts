const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen'
]
  .join(' ')
  .split(' ')
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Whether “two hundred and fifty” has its “and”, by region. Elsewhere both are said. */
const withAnd: ReadonlyMap<string, boolean> = new Map([
  ...['GB', 'IE', 'AU', 'NZ', 'ZA', 'IN', 'SG'].map(region => [region, true] as const),
  ...['US', 'CA', 'PH'].map(region => [region, false] as const)
])

/**
 * A number as it is said, for English: `38` is `thirty-eight`, `38.2` `thirty-eight point two`. Undefined where it may be
 * said in more than one way: years and house numbers, a zero in front, hundreds where the language names no region, a
 * million and more.
 */
export function spelledNumber(written: string, language = ''): string | undefined {
  const [primary = '', ...parts] = language.split('-')
  if (primary.toLowerCase() !== 'en') return undefined
  const [, whole = '', fraction] = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(written) ?? []
  const digits = whole.replaceAll(',', '')
  if (digits === '' || digits.length > 6 || /^0\d/.test(digits)) return undefined
  if (digits.length === 4 && !whole.includes(',')) return undefined
  const region = parts.find(part => /^[a-z]{2}$/i.test(part))?.toUpperCase() ?? ''
  const said = cardinal(Number(digits), withAnd.get(region))
  if (said === undefined || fraction === undefined) return said
  return `${said} point ${[...fraction].map(digit => ones[Number(digit)]).join(' ')}`
}

function cardinal(number: number, and: boolean | undefined): string | undefined {
  if (number < 20) return ones[number]
  if (number < 100) return tens[Math.floor(number / 10)] + (number % 10 === 0 ? '' : `-${ones[number % 10]}`)
  const unit = number < 1000 ? 100 : 1000
  const rest = number % unit
  const head = cardinal(Math.floor(number / unit), and)
  if (head === undefined) return undefined
  const many = `${head} ${unit === 100 ? 'hundred' : 'thousand'}`
  if (rest === 0) return many
  const tail = cardinal(rest, and)
  if (tail === undefined) return undefined
  if (rest >= 100) return `${many} ${tail}`
  return and === undefined ? undefined : `${many} ${and ? 'and ' : ''}${tail}`
}
