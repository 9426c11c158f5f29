/** How many items were submitted today in a project on this machine, and how fast. */
export class Pace {
  readonly #key: string
  #times: number[]

  constructor(
    projectId: string,
    private readonly storage: Storage | null = globalThis.localStorage ?? null
  ) {
    this.#key = `goldset.pace.${projectId}`
    this.#times = read(this.storage, this.#key)
  }

  count(now: number): void {
    this.#times = [...this.#times.filter(time => sameDay(time, now)), now]
    try {
      this.storage?.setItem(this.#key, JSON.stringify(this.#times))
    } catch {
      // A full or forbidden storage costs this number and nothing else.
    }
  }

  today(now: number): number {
    return this.#times.filter(time => sameDay(time, now)).length
  }

  /** Items an hour over the last stretch without a pause of five minutes; null before there are five. */
  anHour(now: number): number | null {
    const stretch: number[] = []
    for (let i = this.#times.length - 1, next = now; i >= 0; i--) {
      const time = this.#times[i] ?? 0
      if (next - time > 300_000) break
      stretch.push(time)
      next = time
    }
    const [last, first] = [stretch[0], stretch.at(-1)]
    if (stretch.length < 5 || last === undefined || first === undefined || last <= first) return null
    return Math.round(((stretch.length - 1) * 3_600_000) / (last - first))
  }
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

function read(storage: Storage | null, key: string): number[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.filter(time => typeof time === 'number') : []
  } catch {
    return []
  }
}
