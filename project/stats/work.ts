import { type DayStats, perHourOf } from '../../schemas/stats.ts'
import type { LabelSummary } from '../label-summary.ts'
import { isFinished } from './furthest.ts'

type WorkStats = Omit<DayStats, 'day'>

/** Adds up what was finished, and in how much active time. */
export class Work {
  #finished = 0
  #timed = 0
  #activeMs = 0

  add({ status, activeMs }: LabelSummary): void {
    this.#activeMs += activeMs
    if (!isFinished(status)) return
    this.#finished++
    if (activeMs > 0) this.#timed++
  }

  get stats(): WorkStats {
    const [finished, timed, activeMs] = [this.#finished, this.#timed, this.#activeMs]
    return { finished, timed, activeMs, perHour: perHourOf(timed, activeMs) }
  }
}
