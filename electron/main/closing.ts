/** How long the page may take to finish saving before it is looked at, and how long it may take to show that it is alive. */
const PATIENCE_MS = 5_000
const ALIVE_MS = 1_000

/** What closing needs of the window; `closing-window.ts` gives it Electron's. */
export interface ClosingWindow {
  /** Tells the page to finish saving and then to call `window.closeNow`. */
  tellPage(): void
  /** Whether the page still runs code. May never resolve. */
  pageAnswers(): Promise<boolean>
  /** Asks the person what to do about answers that are not saved. True: close anyway. */
  askPerson(): Promise<boolean>
  close(): void
  /** Gone, or its page has crashed: there is nobody to wait for. */
  isOver(): boolean
}

export interface Closing {
  /** The person closes the window. True: it may close; false: not yet. */
  readonly mayClose: () => boolean
  /** The page has nothing unsaved, or the person does not mind. */
  readonly closeNow: () => void
  readonly pageGone: () => void
}

/**
 * The window closes when its page says that nothing is unsaved. If the page cannot answer, or the person insists by closing
 * once more, they are asked.
 */
export function closing(window: ClosingWindow): Closing {
  let state: 'open' | 'asked' | 'free' = 'open'

  const closeNow = () => {
    state = 'free'
    window.close()
  }
  const ask = async () => {
    if (window.isOver()) return
    if (await window.askPerson()) closeNow()
    else if (state === 'asked') state = 'open'
  }
  const askUnlessAlive = async () => {
    if (state !== 'asked' || window.isOver()) return
    const late = new Promise<false>(resolve => setTimeout(() => resolve(false), ALIVE_MS))
    // A page that is alive has its own sentence on the screen: what is unsaved, and where a copy could go.
    if (!(await Promise.race([window.pageAnswers(), late]))) await ask()
  }

  return {
    closeNow,
    mayClose() {
      if (state === 'free' || window.isOver()) return true
      if (state === 'asked') void ask()
      else {
        state = 'asked'
        window.tellPage()
        setTimeout(() => void askUnlessAlive(), PATIENCE_MS)
      }
      return false
    },
    pageGone() {
      if (state === 'asked') closeNow()
    }
  }
}
