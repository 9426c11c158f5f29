import { seconds } from '../../../kit/seconds.ts'
import type { SpeechSettings } from '../../../kit/sound.ts'

/** What the panel begins with: finds sentences of two people on a phone. */
export const startSettings: SpeechSettings = {
  sensitivity: 0.5,
  minSpeech: seconds(0.25),
  minSilence: seconds(0.4),
  padding: seconds(0.1)
}

/** One slider. */
export interface SettingRange {
  readonly setting: keyof SpeechSettings
  readonly name: string
  /** What more of it does, for whoever rests on it. */
  readonly hint: string
  readonly min: number
  readonly max: number
  readonly step: number
}

export const settingRanges: readonly SettingRange[] = [
  {
    setting: 'sensitivity',
    name: 'Sensitivity',
    hint: 'More of it takes quieter sounds for speech.',
    min: 0,
    max: 1,
    step: 0.05
  },
  {
    setting: 'minSpeech',
    name: 'Shortest speech',
    hint: 'Shorter sounds make no segment.',
    min: 0.05,
    max: 2,
    step: 0.05
  },
  {
    setting: 'minSilence',
    name: 'Shortest silence',
    hint: 'Shorter silences do not part two segments.',
    min: 0.05,
    max: 3,
    step: 0.05
  },
  {
    setting: 'padding',
    name: 'Padding',
    hint: 'Kept before and behind each piece of speech.',
    min: 0,
    max: 0.5,
    step: 0.01
  }
]

/** `50 %`, `0.25 s`. */
export function settingText({ setting }: SettingRange, value: number): string {
  return setting === 'sensitivity' ? `${Math.round(value * 100)} %` : `${value.toFixed(2)} s`
}
