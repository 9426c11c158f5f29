const FIRST_WORD = 2000

/** Says how far copying is, from the second second on and every other one. */
export function progressLines(
  err: (text: string) => void
): (progress: { readonly done: number; readonly of: number }) => void {
  let last = performance.now()
  return ({ done, of }) => {
    if (performance.now() - last < FIRST_WORD) return
    last = performance.now()
    err(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} copied\n`)
  }
}
