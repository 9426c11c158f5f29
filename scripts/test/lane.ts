/** How one lane of `npm test` ended. */
export type LaneResult =
  | { readonly kind: 'ran'; readonly passed: number; readonly failed: number; readonly skipped: number }
  /** Never silent: the reason is printed, and where every lane must run (CI) it is a failure. */
  | { readonly kind: 'not run'; readonly why: string }

export interface Lane {
  readonly name: string
  run(): Promise<LaneResult>
}

/** A lane without tests of its own to count: it passes, or it is one failure. */
export const checked = (ok: boolean): LaneResult => ({
  kind: 'ran',
  passed: 0,
  failed: ok ? 0 : 1,
  skipped: 0
})
export const notRun = (why: string): LaneResult => ({ kind: 'not run', why })
