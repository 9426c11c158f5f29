import { Cap } from '../../../renderer/ui/Cap.tsx'
import { NothingButton } from '../../kit/view/NothingButton.tsx'
import { Icon } from '../../../renderer/ui/Icon.tsx'
import { LabelBadge } from '../../../renderer/ui/LabelBadge.tsx'
import { type Finding, findingsOf } from '../findings.ts'
import styles from './answer.module.css'
import { refusalOf } from './refusal.ts'
import { type Props, type TranscriptState, useTranscriptState } from './transcript-state.ts'
import { giveKind, giveSpeaker, mendFinding } from './use-label-keys.ts'
import { useLooks } from './use-looks.ts'

/**
 * What the rules say about the segment in hand, who speaks in it, its kind, and the marks that can be typed. Of a text of the
 * whole recording they say it under the text.
 */
export function AnswerView(props: Props) {
  const { answer, config } = props
  const state = useTranscriptState(props)
  const whole = state.mode === 'whole'
  return (
    <div className={styles.parts}>
      {answer.segments.length === 0 && answer.transcript === undefined && <NothingYet {...props} />}
      {!whole && (
        <>
          <Findings props={props} state={state} />
          {config.labels.length > 0 && <Speakers props={props} state={state} />}
          {config.kinds.length > 0 && <Kinds props={props} state={state} />}
        </>
      )}
      {config.marks.length > 0 && <Marks {...props} />}
    </div>
  )
}

interface PartProps {
  readonly props: Props
  readonly state: TranscriptState
}

function NothingYet({ answer, item, task, readOnly, scope, dispatch }: Props) {
  const said = answer.nothing === true
  const refused = refusalOf({ item, task }) !== undefined
  return (
    <div className={styles.empty}>
      <p>
        {said
          ? 'You said that nobody speaks.'
          : readOnly
            ? 'Nothing written.'
            : refused
              ? 'The recording cannot be heard: skip it, or flag it for later.'
              : 'Nothing written yet. Make a segment, or say that nobody speaks.'}
      </p>
      {!readOnly && (said || !refused) && (
        <NothingButton scope={scope} said={said} onToggle={() => dispatch({ type: 'nothing.toggle' })}>
          Nobody speaks
        </NothingButton>
      )}
    </div>
  )
}

/** The first findings of the segment in hand, each with the key that mends it, and how many texts have some. */
function Findings({ props, state }: PartProps) {
  const { answer, config, scope, readOnly } = props
  const { current, at } = state
  const found =
    current === undefined ? [] : findingsOf(current, config).filter(({ rule }) => rule !== 'empty')
  const others = answer.segments.filter(
    segment => segment !== current && findingsOf(segment, config).length > 0
  ).length
  const more = found.length > 0 ? ' more' : ''
  const mendable = found.find(({ mend }) => mend !== undefined)
  return (
    <>
      {found.slice(0, 2).map((finding, place) => (
        <FindingNote key={place} finding={finding} of={`Segment ${at + 1}. `}>
          {finding === mendable && !readOnly && (
            <button type="button" className={styles.mend} onClick={() => mendFinding({ props, state })}>
              <Cap keys={scope.capOf('finding.mend') ?? 'Ctrl+.'} off={!scope.acts('finding.mend')} /> change
              it
            </button>
          )}
        </FindingNote>
      ))}
      {others > 0 && (
        <p className={styles.others}>
          {others === 1 ? `One${more} segment needs a look` : `${others}${more} segments need a look`}
          {scope.capOf('finding.next') !== undefined && (
            <Cap keys={scope.capOf('finding.next') ?? ''} off={!scope.acts('finding.next')} />
          )}
        </p>
      )}
    </>
  )
}

function FindingNote({
  finding,
  of,
  children
}: {
  finding: Finding
  of: string
  children?: React.ReactNode
}) {
  return (
    <div className={styles.finding}>
      <Icon name="warn" small className="warn-text" />
      <span>
        <b>{of}</b>
        {finding.message}
        {children}
      </span>
    </div>
  )
}

function Speakers({ props, state }: PartProps) {
  const { config, answer, scope, readOnly } = props
  const looks = useLooks(props)
  const counts = new Map<string, number>()
  for (const { speaker } of answer.segments)
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const [first] = state.selected
  const same = state.selected.every(({ speaker }) => speaker === first?.speaker)
  const chosen = first === undefined ? state.hand : same ? first.speaker : undefined
  return (
    <section className={styles.part} aria-label="Speaker">
      <h3>
        Speaker
        <span className="faint">
          {first === undefined
            ? 'of the next segment'
            : state.selected.length > 1
              ? `of ${state.selected.length} segments`
              : `of segment ${state.at + 1}`}
        </span>
      </h3>
      <div role="radiogroup" aria-label="Speaker">
        {config.labels
          .filter(({ id, retired }) => retired !== true || counts.has(id))
          .map(({ id, description }) => {
            const look = looks(id)
            const binding = `speaker.apply:${id}`
            const cap = scope.capOf(binding)
            return (
              <button
                key={id}
                type="button"
                role="radio"
                aria-checked={chosen === id}
                className={styles.option}
                disabled={readOnly}
                title={description ?? look.name}
                onMouseDown={event => event.preventDefault()}
                onClick={() => giveSpeaker({ state }, chosen === id ? null : id)}
              >
                <LabelBadge color={look.color} text={look.badge} />
                <span className="grow cut" dir="auto">
                  {look.name}
                </span>
                <span className="faint">{counts.get(id) ?? 0}</span>
                {cap !== undefined && <Cap keys={cap} off={!scope.acts(binding)} chosen={chosen === id} />}
              </button>
            )
          })}
      </div>
    </section>
  )
}

function Kinds({ props, state }: PartProps) {
  const { config, scope, readOnly } = props
  const [first] = state.selected
  return (
    <section className={styles.part} aria-label="Kind">
      <h3>Kind</h3>
      <div className={styles.two}>
        {config.kinds
          .filter(({ retired }) => retired !== true)
          .map(({ id, name }) => {
            const binding = `kind.apply:${id}`
            const cap = scope.capOf(binding)
            const chosen = first?.kind === id
            return (
              <button
                key={id}
                type="button"
                role="checkbox"
                aria-checked={chosen}
                className={styles.option}
                disabled={readOnly || first === undefined}
                onMouseDown={event => event.preventDefault()}
                onClick={() => giveKind({ state }, id)}
              >
                {cap !== undefined && <Cap keys={cap} off={!scope.acts(binding)} chosen={chosen} />}
                <span className="grow cut" dir="auto">
                  {name}
                </span>
              </button>
            )
          })}
      </div>
    </section>
  )
}

function Marks({ config }: Props) {
  return (
    <section className={styles.part} aria-label="Marks">
      <h3>
        Marks <span className="faint">type them</span>
      </h3>
      <dl className={styles.two}>
        {config.marks.map(({ text, name, key }) => (
          <div key={text} className={styles.mark} title={name}>
            <dt>{key !== undefined && <Cap keys={`;${key}`} />}</dt>
            <dd className="cut" dir="auto">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
