import Ajv2020Module, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { Id, type Problem, type Schema } from './schema.ts'

/*
 * Ajv compiles with `new Function`, which the window's content security policy forbids:
 * this file is for Node (main process, command line, tests). The window never validates; main does.
 */

// The package is CommonJS: bundlers and Node disagree on where its default export sits.
const Ajv2020 = (Ajv2020Module as unknown as { default?: typeof Ajv2020Module }).default ?? Ajv2020Module

// A test holds our schemas against the meta schema: compiling that one here would take longer than all of ours at a start.
const checkedByTest = { meta: false, validateSchema: false }
const ajv = new Ajv2020({ allErrors: false, strict: false, unicodeRegExp: true, ...checkedByTest })
const compiled = new WeakMap<object, ValidateFunction>()

/** The validator of one of *our* schemas. Never call it with a schema that came with data: compiling runs code. */
export function validate(schema: Schema<unknown> | object, value: unknown): readonly Problem[] {
  let check = compiled.get(schema)
  if (check === undefined) {
    const { $id: _id, ...anonymous } = schema as { $id?: string }
    check = ajv.compile(anonymous)
    compiled.set(schema, check)
  }
  if (check(value)) return []
  return problemsOf(check.errors ?? [])
}

/** A union reports one error for each of its branches and one for itself: a person needs one sentence. */
function problemsOf(errors: readonly ErrorObject[]): readonly Problem[] {
  const union = errors.find(error => error.keyword === 'anyOf')
  if (union === undefined) return errors.map(problemOf)
  const path = union.instancePath === '' ? '/' : union.instancePath
  const branches = errors.filter(error => error !== union)
  const here = branches.filter(error => error.instancePath === union.instancePath)
  if (branches.length > here.length)
    return branches
      .filter(error => !here.includes(error))
      .slice(0, 1)
      .map(problemOf)
  const allowed = here.map(error => allowedBy(error))
  if (allowed.includes(undefined)) return [{ path, message: 'This is none of what may stand here.' }]
  return [{ path, message: `This must be ${allowed.join(' or ')}.` }]
}

function allowedBy({ keyword, params }: ErrorObject): string | undefined {
  const values = params as Record<string, unknown>
  if (keyword === 'const') return JSON.stringify(values['allowedValue'])
  return keyword === 'type' ? article(String(values['type'])) : undefined
}

function problemOf(error: ErrorObject): Problem {
  const path = error.instancePath === '' ? '/' : error.instancePath
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return { path, message: `"${String(params['missingProperty'])}" is missing.` }
    case 'type':
      return { path, message: `This must be ${article(String(params['type']))}.` }
    case 'const':
      return { path, message: `This must be ${JSON.stringify(params['allowedValue'])}.` }
    case 'additionalProperties':
      return { path, message: `"${String(params['additionalProperty'])}" is not known here.` }
    case 'minLength':
      return { path, message: 'This must not be empty.' }
    case 'maxLength':
      return { path, message: `This must have at most ${String(params['limit'])} characters.` }
    case 'minItems':
      return { path, message: 'This must not be an empty list.' }
    case 'uniqueItems':
      return { path, message: 'This holds the same entry twice.' }
    case 'minimum':
      return { path, message: `This must be at least ${String(params['limit'])}.` }
    case 'maximum':
      return { path, message: `This must be at most ${String(params['limit'])}.` }
    case 'pattern':
      return { path, message: patternMessage(String(params['pattern'])) }
    default:
      return { path, message: `This ${error.message ?? 'is not valid'}.` }
  }
}

function patternMessage(pattern: string): string {
  if (pattern === Id.pattern)
    return 'This must be an id: a to z, 0 to 9, - and _, at most 64 of them, a letter or digit first.'
  return `This must have the form ${pattern}.`
}

function article(type: string): string {
  if (type === 'null') return 'null'
  const name = type.replaceAll(',', ' or ')
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}
