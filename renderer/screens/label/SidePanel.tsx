import { type ReactNode, useEffect, useRef } from 'react'
import { labelerOf } from '../../../labelers/index.ts'
import { viewsOf } from '../../../labelers/views.ts'
import type { Task } from '../../../schemas/project.ts'
import { CommandCap } from '../../shell/commands/react.tsx'
import type { Entry, SideTab } from '../../state/session-state.ts'
import { answerOf } from '../../state/label-state.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Comments } from './Comments.tsx'
import { Foot } from './Foot.tsx'
import { Guidelines } from './Guidelines.tsx'
import { PanelEdge } from './PanelEdge.tsx'
import styles from './SidePanel.module.css'
import { useSession, useSessionState } from './use-session.ts'
import { useTaskProps } from './use-task-props.ts'

/** The tasks in schema order, the guidelines and the comments; at the foot what is missing, and Submit. */
export function SidePanel() {
  const session = useSession()
  const tab = useSessionState(state => state.tab)
  const entry = useSessionState(state => state.entry)
  const comments = entry?.state.comments.length ?? 0
  return (
    <aside className={styles.side} aria-label="Answers">
      <PanelEdge name="side" label="Width of the answers" />
      <div className={styles.tabs} role="tablist" aria-label="Beside the item">
        <Tab name="answers" current={tab}>
          Answers
        </Tab>
        <Tab name="guidelines" current={tab}>
          Guidelines <CommandCap id="item.guidelines" />
        </Tab>
        <Tab name="comments" current={tab}>
          Comments {comments > 0 && <span className="faint">{comments}</span>}{' '}
          <CommandCap id="item.comments" />
        </Tab>
      </div>
      <div className={styles.scroll} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'answers' && entry !== null && entry.opened.damaged === undefined && (
          <>
            {session.tasks.length === 0 && (
              <p className={styles.unknown}>
                <Icon name="info" small />
                <span>This project asks no questions. Its tasks are named in goldset.json.</span>
              </p>
            )}
            {session.tasks.map(task =>
              labelerOf(task.labeler) === undefined ? (
                <UnknownTask key={task.id} task={task} entry={entry} />
              ) : (
                <TaskSection key={task.id} task={task} entry={entry} />
              )
            )}
          </>
        )}
        {tab === 'guidelines' && <Guidelines text={session.summary.guidelines} />}
        {tab === 'comments' && entry !== null && <Comments key={entry.item.id} entry={entry} />}
      </div>
      {entry !== null && entry.opened.damaged === undefined && <Foot entry={entry} />}
    </aside>
  )
}

function Tab({ name, current, children }: { name: SideTab; current: SideTab; children: ReactNode }) {
  const session = useSession()
  const chosen = name === current
  return (
    <button
      role="tab"
      id={`tab-${name}`}
      className={styles.tab}
      aria-selected={chosen}
      onMouseDown={event => event.preventDefault()}
      onClick={() => chosen || session.showTab(name)}
    >
      {children}
    </button>
  )
}

function TaskSection({ task, entry }: { task: Task; entry: Entry }) {
  const props = useTaskProps(task, entry)
  const views = viewsOf(task.labeler)
  const section = useRef<HTMLElement>(null)
  const { active } = props.scope
  useEffect(() => {
    if (active) section.current?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  if (views === undefined) return null
  const { count, note } = views.headline(props.config, props.answer)
  return (
    <section
      ref={section}
      className={classNames(styles.task, active && styles.active, views.Item !== undefined && styles.yields)}
      aria-label={task.title}
      aria-current={active ? 'true' : undefined}
      onPointerDownCapture={props.scope.take}
      onFocusCapture={props.scope.take}
    >
      <header>
        <h2 className="cut" dir="auto">
          {task.title}
        </h2>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <span className="grow" />
        <span className="faint cut">{task.required === true ? `${note} · required` : note}</span>
      </header>
      <div className={styles.answer}>
        <views.Answer {...props} />
      </div>
    </section>
  )
}

function UnknownTask({ task, entry }: { task: Task; entry: Entry }) {
  const answer = answerOf(entry.state, task.id)
  const bytes = answer === undefined ? 0 : new TextEncoder().encode(JSON.stringify(answer)).length
  return (
    <section className={styles.task} aria-label={task.title}>
      <header>
        <h2 className="cut" dir="auto">
          {task.title}
        </h2>
      </header>
      <p className={styles.unknown}>
        <Icon name="info" small />
        <span>
          <b>{task.labeler}</b> is not a labeler this version knows.
          {answer === undefined ? ' It has no answer here.' : ` Its answer is kept as it is, ${bytes} bytes.`}
        </span>
      </p>
    </section>
  )
}
