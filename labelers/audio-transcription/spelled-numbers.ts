const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen'
]
  .join(' ')
  .split(' ')
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/**
 * A number as it is said, for English: `38` is `thirty-eight`, `38.2` `thirty-eight point two`. Undefined where it may be
 * said in more than one way: years and house numbers, a zero in front, a million and more.
 */
export function spelledNumber(written: string, language: string | undefined): string | undefined {
  if (!/^en(-|$)/i.test(language ?? '')) return undefined
  const [, whole = '', fraction] = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(written) ?? []
  const digits = whole.replaceAll(',', '')
  if (digits === '' || digits.length > 6 || /^0\d/.test(digits)) return undefined
  if (digits.length === 4 && !whole.includes(',')) return undefined
  const said = cardinal(Number(digits))
  if (fraction === undefined) return said
  return `${said} point ${[...fraction].map(digit => ones[Number(digit)]).join(' ')}`
}

function cardinal(number: number): string {
  if (number < 20) return ones[number] ?? ''
  if (number < 100) return joined(tens[Math.floor(number / 10)] ?? '', '-', number % 10)
  if (number < 1000) return joined(`${cardinal(Math.floor(number / 100))} hundred`, ' and ', number % 100)
  const rest = number % 1000
  return joined(`${cardinal(Math.floor(number / 1000))} thousand`, rest < 100 ? ' and ' : ' ', rest)
}

function joined(head: string, joint: string, rest: number): string {
  return rest === 0 ? head : head + joint + cardinal(rest)
}
