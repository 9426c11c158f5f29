import Ajv2020Module from 'ajv/dist/2020.js'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { labelers } from '../labelers/index.ts'
import { exampleOf } from '../labelers/test/examples.ts'
import { publishedSchemas } from './publish.ts'

const folder = new URL('published/', import.meta.url)
const Ajv2020 = (Ajv2020Module as unknown as { default?: typeof Ajv2020Module }).default ?? Ajv2020Module

describe('the published schemas', () => {
  it('are those of the code; `npx tsx schemas/publish.ts` renews them', () => {
    const onDisk = new Map(
      readdirSync(folder).map(name => [name, readFileSync(new URL(name, folder), 'utf8')])
    )
    expect(new Map([...onDisk].sort())).toEqual(new Map([...publishedSchemas()].sort()))
  })

  it('are sound JSON Schema 2020-12, each with an id of its own', () => {
    const schemas = [...publishedSchemas().values()].map(
      text => JSON.parse(text) as { $id: string; $schema: string }
    )
    const ajv = new Ajv2020({ strict: false })
    expect(schemas.filter(schema => ajv.validateSchema(schema) !== true)).toEqual([])
    expect(new Set(schemas.map(schema => schema.$id)).size).toBe(schemas.length)
    expect([...new Set(schemas.map(schema => schema.$schema))]).toEqual([
      'https://json-schema.org/draft/2020-12/schema'
    ])
  })

  it('accept the example of every labeler, for any validator', async () => {
    for (const { id } of labelers) {
      const example = await exampleOf(id)
      const ajv = new Ajv2020({ strict: false })
      const compiled = (kind: string) =>
        ajv.compile(JSON.parse(publishedSchemas().get(`${kind}-${id}.schema.json`) ?? '') as object)
      const answer = compiled('answer')
      expect({
        id,
        config: compiled('config')(example.config),
        answers: example.answers.map(each => answer(each))
      }).toEqual({
        id,
        config: true,
        answers: example.answers.map(() => true)
      })
    }
  })
})
