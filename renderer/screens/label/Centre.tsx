import { viewsOf } from '../../../labelers/views.ts'
import type { Task } from '../../../schemas/project.ts'
import type { Entry } from '../../state/session-state.ts'
import { fieldsAround } from './fields/fields-around.tsx'
import { FieldStack } from './fields/FieldStack.tsx'
import { OtherFields } from './fields/OtherFields.tsx'
import { shownFields } from './fields/shown-fields.ts'
import { Hints } from './Hints.tsx'
import { Meta } from './Meta.tsx'
import { useCentreTask } from './use-centre-task.ts'
import { useSession, useSessionState } from './use-session.ts'
import { useTaskProps } from './use-task-props.ts'

/** The fields of the item: one drawn by the labeler of the task with the keys, if it draws any, the others as they are. */
export function Centre({ entry }: { entry: Entry }) {
  const task = useCentreTask()
  const { project } = useSession().summary
  if (task !== null) return <TaskCentre key={task.id} task={task} entry={entry} />
  return (
    <>
      <FieldStack fields={shownFields(project.fields, entry.item)} item={entry.item} asked={undefined} />
      <Meta entry={entry} />
    </>
  )
}

function TaskCentre({ task, entry }: { task: Task; entry: Entry }) {
  const session = useSession()
  const props = useTaskProps(task, entry)
  const activeTask = useSessionState(state => state.activeTask)
  const asked = session.tasks.find(each => each.id === activeTask)?.field ?? task.field
  const views = viewsOf(task.labeler)
  const { item } = entry
  const fields = shownFields(session.summary.project.fields, item)
  return (
    <>
      {views?.Palette !== undefined && <views.Palette {...props} />}
      {views?.Item === undefined ? (
        <FieldStack fields={fields} item={item} asked={asked} />
      ) : views.readsAlong === true ? (
        <views.Item {...props} {...fieldsAround(fields, task.field, item, asked)} />
      ) : (
        <>
          <OtherFields fields={fields.filter(field => field.id !== task.field)} item={item} asked={asked} />
          <views.Item {...props} />
        </>
      )}
      <Meta entry={entry} />
      {views?.About !== undefined && <views.About {...props} />}
      <Hints task={task.id} hints={views?.hints(props.config, props.answer) ?? []} />
    </>
  )
}
