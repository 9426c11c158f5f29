import { listFormats } from '../../project/formats.ts'
import { exitCodes, type Outcome } from '../outcome.ts'
import { table } from '../table.ts'

export async function formatsCommand(): Promise<Outcome> {
  const formats = listFormats()
  const rows = formats.map(one => [
    one.format,
    one.labeler === '*' ? 'all' : one.labeler,
    [one.imports ? 'import' : '', one.exports ? 'export' : ''].filter(word => word !== '').join(', '),
    one.title
  ])
  const limits = formats.filter(one => one.cannotCarry !== '')
  const options = formats.flatMap(one => one.options.map(option => ({ one, option })))
  const lines = [
    ...table(['format', 'labeler', 'does', ''], rows),
    '',
    'What a format cannot carry:',
    ...limits.map(one => `  ${one.format} (${one.labeler}): ${one.cannotCarry}`)
  ]
  if (options.length > 0) lines.push('', 'Options of an export:')
  for (const { one, option } of options) {
    lines.push(
      `  ${one.format} (${one.labeler}): --option ${option.name}=${option.values.join('|')}: ${option.about}`
    )
  }
  return { code: exitCodes.ok, lines, problems: [], json: { formats } }
}
