import { useMemo } from 'react'
import type { Context } from '../../kit/labeler.ts'
import type { ViewProps } from '../../kit/view.ts'
import { reduce } from '../reduce.ts'
import type { Answer, Command, Config, Segment } from '../schema.ts'

export type Props = ViewProps<Config, Answer, Command>
/** Segment: times with the keys of the recording. Transcribe: texts, one after another. */
export type Mode = 'segment' | 'transcribe' | 'whole'

/** Some segments of one item that keys act on; the first is the one that is typed or played. */
interface Selection {
  readonly item: string
  readonly ids: readonly string[]
}

const noSegments: readonly Segment[] = []
const noIds: readonly string[] = []

/** What keys and pointer act on, and what the halves of the view share. */
export interface TranscriptState {
  readonly context: Context<Config>
  readonly mode: Mode
  readonly modes: readonly Mode[]
  readonly setMode: (mode: Mode) => void
  /** The segment in hand. */
  readonly current: Segment | undefined
  /** Its number in the list, from 0; -1: none is in hand. */
  readonly at: number
  /** In order of time. */
  readonly selected: readonly Segment[]
  readonly select: (ids: readonly string[]) => void
  /** The segment whose text is asked to take the keys, until it has them. */
  readonly wanted: string | null
  /** Asks for that; null: it has them. */
  readonly type: (segment: string | null) => void
  /** Who speaks in segments that are made; null: nobody named. */
  readonly hand: string | null
  readonly setHand: (speaker: string | null) => void
  /** Carries out a command and gives the answer after it; undefined where it changed nothing. */
  readonly apply: (command: Command, gesture?: string) => Answer | undefined
  /** The same, and selects the first segment it made. */
  readonly make: (command: Command) => Segment | undefined
}

export function useTranscriptState(props: Props): TranscriptState {
  const { task, item, config, answer, readOnly, shared, dispatch } = props
  const [asked, setMode] = shared.use<Mode>('mode', config.mode === 'whole' ? 'whole' : 'transcribe')
  const [selection, setSelection] = shared.use<Selection | null>('selection', null)
  const [wanted, setWanted] = shared.use<string | null>('wanted', null)
  const [hand, setHand] = shared.use<string | null>('hand', null)
  const modes = modesOf(config)
  const context = useMemo(
    () => ({ config, item, field: task.field, required: task.required ?? false }),
    [config, item, task]
  )
  const ids = selection?.item === item.id ? selection.ids : noIds
  const first = ids[0]
  const at = useMemo(() => answer.segments.findIndex(({ id }) => id === first), [answer.segments, first])
  const selected = useMemo(() => {
    if (ids.length === 0) return noSegments
    const wantedIds = new Set(ids)
    return answer.segments.filter(({ id }) => wantedIds.has(id))
  }, [answer.segments, selection, item.id])

  const select = (next: readonly string[]) => setSelection({ item: item.id, ids: next })
  const apply = (command: Command, gesture?: string) => {
    if (readOnly) return undefined
    const after = reduce(answer, command, context)
    if (after === answer) return undefined
    dispatch(command, gesture)
    return after
  }
  return {
    context,
    mode: modes.includes(asked) ? asked : (modes[0] ?? 'transcribe'),
    modes,
    setMode,
    current: answer.segments[at],
    at,
    selected,
    select,
    wanted,
    type: setWanted,
    hand:
      hand !== null && config.labels.some(({ id, retired }) => id === hand && retired !== true) ? hand : null,
    setHand,
    apply,
    make: command => {
      const before = new Set(answer.segments.map(({ id }) => id))
      const made = apply(command)?.segments.find(({ id }) => !before.has(id))
      if (made !== undefined) select([made.id])
      return made
    }
  }
}

export function modesOf({ mode }: Config): readonly Mode[] {
  if (mode === 'whole') return ['whole']
  return mode === 'both' ? ['segment', 'transcribe', 'whole'] : ['segment', 'transcribe']
}
