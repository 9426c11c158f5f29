import type { CallName, EventName } from './contract.ts'

/*
 * The names alone, without the schemas: preload is loaded before every window and needs no more.
 * A name that is missing here, or is too many, does not compile.
 */
const calls: Readonly<Record<CallName, true>> = {
  'app.info': true,
  'app.ping': true,
  'settings.save': true,
  'folder.pick': true,
  'files.pick': true,
  'path.inspect': true,
  'project.create': true,
  'project.open': true,
  'project.close': true,
  'source.relink': true,
  'recent.remove': true,
  'sample.open': true,
  'index.look': true,
  'index.stop': true,
  'index.goOn': true,
  'queue.find': true,
  'queue.stop': true,
  'queue.choices': true,
  'queue.lookUp': true,
  'queue.rows': true,
  'queue.nextTodo': true,
  'item.open': true,
  'item.recover': true,
  'label.save': true,
  'stats.read': true,
  'copy.resolve': true,
  'problem.list': true,
  'format.list': true,
  'export.preview': true,
  'export.run': true,
  'import.run': true,
  'rescue.save': true,
  'folder.reveal': true,
  'sound.open': true,
  'sound.peaks': true,
  'sound.samples': true,
  'sound.speech': true,
  'sound.close': true,
  'sound.decoded': true,
  'window.closeNow': true
}

const events: Readonly<Record<EventName, true>> = {
  'index.progress': true,
  'queue.found': true,
  'sound.state': true,
  'sound.decode': true,
  'project.progress': true,
  'window.closing': true,
  'command.run': true,
  'labels.changed': true,
  'project.requested': true
}

export const callNames = Object.keys(calls) as readonly CallName[]
export const eventNames = Object.keys(events) as readonly EventName[]

/** Preload tells main the path of a file that was dropped. Neither a call nor an event, so the page cannot use it. */
export const givenChannel = 'goldset:given'

/** The channel a call or an event travels on. */
export const channelOf = (name: CallName | EventName): string => `goldset:${name}`
