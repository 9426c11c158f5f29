import { labelerOf } from '../../../labelers/index.ts'
import { fieldFor } from '../../../labelers/kit/field-for.ts'
import type { SourcePreview, TemplateInfo } from '../../../electron/api/contract.ts'
import type { Field, FieldKind } from '../../../schemas/project.ts'
import { idFor } from '../../../schemas/schema.ts'

/** A field of the items to be, and the column that fills it; none yet: the empty word. */
export interface MappedField {
  readonly id: string
  readonly name: string
  readonly kind: FieldKind
  readonly column: string
}

/** Which column is what. Absent: none. */
export interface Mapping {
  readonly fields: readonly MappedField[]
  readonly id?: string
  readonly tokens?: string
}

/** What a person may map a column to, in their words. */
export const kindNames: readonly (readonly [FieldKind, string])[] = [
  ['text', 'Text'],
  ['chat', 'Conversation'],
  ['image', 'Picture: path of the file'],
  ['audio', 'Recording: path of the file']
]

/** The mapping with one more field, of the first column that fills none. */
export function withField(mapping: Mapping, columns: readonly string[]): Mapping {
  const used = new Set(mapping.fields.map(field => field.column))
  const column = columns.find(each => !used.has(each) && each !== mapping.id && each !== mapping.tokens) ?? ''
  const name = column === '' ? 'Field' : column.charAt(0).toUpperCase() + column.slice(1)
  const id = idFor(name, new Set(mapping.fields.map(field => field.id)))
  return { ...mapping, fields: [...mapping.fields, { id, name, kind: 'text', column }] }
}

/** The first thing that keeps a mapping from being used, in a sentence. */
export function mappingProblem({ fields }: Mapping): string | undefined {
  const [first] = fields
  if (first === undefined) return 'Add a field first: an item without one holds nothing.'
  const nameless = fields.findIndex(field => field.name.trim() === '')
  if (nameless !== -1) return `Give field ${nameless + 1} a name first.`
  const empty = fields.find(field => field.column === '')
  return empty === undefined ? undefined : `Say first which column holds “${empty.name.trim()}”.`
}

/** Which fields the questions of a template look at, or which of its labelers finds none. */
export function templateFit(
  template: TemplateInfo,
  fields: readonly Field[]
): { readonly looksAt: string; readonly problem?: string } {
  const names = new Set<string>()
  for (const id of template.labelers) {
    const labeler = labelerOf(id)
    if (labeler === undefined) continue
    const field = fieldFor(labeler.accepts, fields)
    if (field === undefined)
      return {
        looksAt: '',
        problem: `${template.name} needs a field of ${labeler.accepts.join(' or ')}. Map a column to one, or choose another template.`
      }
    names.add(field.name ?? field.id)
  }
  return { looksAt: [...names].join(' and ') }
}

/**
 * The template to start with: the first that asks about the field people come for, a conversation rather than its subject;
 * else the first that fits.
 */
export function firstTemplate(templates: readonly TemplateInfo[], fields: readonly Field[]): string {
  const main = fields.find(field => field.kind !== 'text')
  const fits = templates.map(template => ({ template, fit: templateFit(template, fields) }))
  const best =
    fits.find(({ fit }) => main !== undefined && fit.looksAt === (main.name ?? main.id)) ??
    fits.find(({ fit }) => fit.problem === undefined) ??
    fits[0]
  return best?.template.id ?? ''
}

/** What the data looks like, to start from; a table that looks like nothing gets a field to fill. */
export function firstMapping({ guess, columns }: SourcePreview): Mapping {
  const { fields, id, tokens } = guess
  const mapping = { fields, ...(id === undefined ? {} : { id }), ...(tokens === undefined ? {} : { tokens }) }
  if (fields.length > 0 || columns.length === 0) return mapping
  return { ...mapping, fields: [{ id: 'text', name: 'Text', kind: 'text', column: '' }] }
}

/** The mapping as a call makes a project of it. */
export function fieldsAndColumns({ fields }: Mapping) {
  return {
    fields: fields.map(({ id, name, kind }) => ({ id, kind, name: name.trim() })),
    columns: Object.fromEntries(fields.map(({ id, column }) => [id, column]))
  }
}

/** The one field of items that are whole files. */
export function fieldOfFiles(format: SourcePreview['format']): Field {
  if (format === 'image-files') return { id: 'image', kind: 'image', name: 'Image' }
  if (format === 'audio-files') return { id: 'audio', kind: 'audio', name: 'Audio' }
  return { id: 'text', kind: 'text', name: 'Text' }
}
