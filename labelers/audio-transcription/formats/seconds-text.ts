import { decimalDifference, decimalSum } from '../../kit/decimal.ts'

/** Seconds as formats write them: exact, never with an exponent. */
export const secondsText = (value: number): string => decimalSum(value, 0)

/** How long something is, exactly: `start` and this are `end` again in decimal arithmetic. */
export const lengthText = (start: number, end: number): string => decimalDifference(end, start)
