import { createStore, type StoreApi } from 'zustand/vanilla'

export type PanelName = 'queue' | 'side'

export interface Panel {
  /** Null: as wide as the window's size suggests. */
  readonly width: number | null
  /** Null: the queue gives way where the window is narrow, and nothing else is hidden. */
  readonly hidden: boolean | null
}

export type PanelState = Readonly<Record<PanelName, Panel>>

export const panelBounds = { least: 160, most: 640 } as const
const asTheyCome: PanelState = {
  queue: { width: null, hidden: null },
  side: { width: null, hidden: null }
}

/** Whether a panel is shown in a window that is narrow, or not. */
export function isShown(name: PanelName, panel: Panel, narrow: boolean): boolean {
  return !(panel.hidden ?? (name === 'queue' && narrow))
}

/** Widths and hidden panels of a project on this machine. Storage that fails costs them and nothing else. */
export class Panels {
  readonly store: StoreApi<PanelState>
  readonly #key: string

  constructor(
    projectId: string,
    private readonly storage: Storage | null = globalThis.localStorage ?? null,
    private readonly isNarrow: () => boolean = () => matchMedia(narrowWindow).matches
  ) {
    this.#key = `goldset.panels.${projectId}`
    this.store = createStore(() => read(this.storage, this.#key))
  }

  toggle(name: PanelName): void {
    const hidden = isShown(name, this.store.getState()[name], this.isNarrow())
    const asItComes = !isShown(name, { width: null, hidden: null }, this.isNarrow())
    this.#change(name, { hidden: hidden === asItComes ? null : hidden })
  }

  /** For what can only be done in it. */
  show(name: PanelName): void {
    if (!isShown(name, this.store.getState()[name], this.isNarrow())) this.#change(name, { hidden: false })
  }

  /** Null: as wide as the window's size suggests. */
  resize(name: PanelName, width: number | null): void {
    const { least, most } = panelBounds
    this.#change(name, { width: width === null ? null : Math.round(Math.min(most, Math.max(least, width))) })
  }

  #change(name: PanelName, part: Partial<Panel>): void {
    const before = this.store.getState()
    const next = { ...before, [name]: { ...before[name], ...part } }
    this.store.setState(next)
    try {
      this.storage?.setItem(this.#key, JSON.stringify(next))
    } catch {
      // Full or forbidden.
    }
  }
}

/** Where three columns no longer fit. */
export const narrowWindow = '(max-width: 1099px)'

function read(storage: Storage | null, key: string): PanelState {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(key) ?? 'null')
    return { queue: panelOf(saved, 'queue'), side: panelOf(saved, 'side') }
  } catch {
    return asTheyCome
  }
}

function panelOf(saved: unknown, name: PanelName): Panel {
  const panel = field(saved, name)
  const [width, hidden] = [field(panel, 'width'), field(panel, 'hidden')]
  const fits = typeof width === 'number' && width >= panelBounds.least && width <= panelBounds.most
  return { width: fits ? width : null, hidden: typeof hidden === 'boolean' ? hidden : null }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
