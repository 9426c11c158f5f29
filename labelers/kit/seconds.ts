/** Time in a recording, from its first sample. Not a frame, not a pixel, not a millisecond. */
export type Seconds = number & { readonly [unit]: 'seconds' }
declare const unit: unique symbol

export function seconds(value: number): Seconds {
  return value as Seconds
}

/** As a person marks time: to the millisecond, the nearest one. What other tools wrote is kept as it is. */
export function toMillisecond(value: number): Seconds {
  return seconds(Math.round(value * 1000) / 1000)
}
