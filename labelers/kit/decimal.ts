/*
 * Sums of numbers as people write them. 0.1 + 0.7 is 0.7999999999999999 in binary; files that hold an edge and a
 * length as two edges need 0.8, or reading them gives another length than was written.
 */

interface Decimal {
  readonly digits: bigint
  /** Places after the point. */
  readonly places: number
}

/** The sum of two decimal numbers, exactly, as text without an exponent. */
export function decimalSum(a: number | string, b: number | string): string {
  return written(combined(decimalOf(a), decimalOf(b), 1n))
}

/** The first less the second, exactly, as text without an exponent. */
export function decimalDifference(a: number | string, b: number | string): string {
  return written(combined(decimalOf(a), decimalOf(b), -1n))
}

/** Whether a text is a decimal number these functions take, such as `12`, `-0.5` or `1e-7`. */
export function isDecimal(text: string): boolean {
  return shape.test(text) && /\d/.test(text.replace(/e.*/i, ''))
}

// Exponents a double can have; a longer one would be a long number to write out.
const shape = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?\s*$/i

function decimalOf(value: number | string): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = shape.exec(String(value)) ?? []
  const digits = BigInt(`${whole}${fraction}` || '0') * (sign === '-' ? -1n : 1n)
  const places = fraction.length - Number(exponent)
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places }
}

function combined(a: Decimal, b: Decimal, sign: bigint): Decimal {
  const places = Math.max(a.places, b.places)
  const scaled = (one: Decimal) => one.digits * 10n ** BigInt(places - one.places)
  return { digits: scaled(a) + sign * scaled(b), places }
}

function written({ digits, places }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  if (places === 0) return sign + text
  const fraction = text.slice(-places).replace(/0+$/, '')
  const whole = text.slice(0, -places)
  return fraction === '' ? (whole === '0' ? '0' : sign + whole) : `${sign}${whole}.${fraction}`
}

/**
 * The number with the fewest decimal places that is no further than `off` from a value: what was meant by a number
 * that a file holds to so many places.
 */
export function shortestWithin(value: number, off: number): number {
  for (let places = 0; places <= 12; places++) {
    const rounded = Number(value.toFixed(places))
    if (Math.abs(rounded - value) <= off) return rounded + 0
  }
  return value
}
