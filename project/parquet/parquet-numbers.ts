/** A whole number as JSON can hold it: beyond 2^53 its digits as text, so that none is lost. */
export function wholeNumber(value: bigint | number): number | string {
  if (typeof value === 'number') return value
  const safe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
  return safe ? Number(value) : value.toString()
}

/** The digits of a decimal number, which no binary fraction holds. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return (unscaled * 10n ** BigInt(-scale)).toString()
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** Two's complement, the highest byte first. */
export function wholeOfBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString('hex')}`))
}

/** JSON has no words for what is no number. */
export function fraction(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}

/** The shortest number that is this one in single precision: 0.1, not 0.10000000149011612. */
export function singleFraction(value: number): number | string {
  if (!Number.isFinite(value)) return String(value)
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return value
}

/** IEEE 754 half precision, the lowest byte first. */
export function halfFraction(bytes: Uint8Array): number | string {
  const bits = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8)
  const [sign, exponent, rest] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 0x3ff]
  if (exponent === 31) return fraction(rest === 0 ? sign * Infinity : NaN)
  return exponent === 0 ? sign * 2 ** -24 * rest : sign * 2 ** (exponent - 25) * (1024 + rest)
}
