import { describe as group, expect, test } from 'vitest'
import { labelerOf } from '../labelers/index.ts'
import { describe } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { templateOf, templates } from './templates.ts'

group('templates', () => {
  test('are label schemas that their labelers accept, of the version there is', () => {
    const problems = templates.flatMap(template =>
      template.tasks.flatMap(task => {
        const labeler = labelerOf(task.labeler)
        if (labeler === undefined) return [`${template.id}: no labeler ${task.labeler}`]
        if (labeler.version !== task.labelerVersion)
          return [`${template.id}: ${task.id} is of version ${task.labelerVersion}`]
        return [...validate(labeler.schema.config, task.config), ...labeler.checkConfig(task.config)].map(
          describe
        )
      })
    )
    expect(problems).toEqual([])
  })

  test('give no letter to two things of one item', () => {
    const twice = templates.flatMap(template => {
      const letters = template.tasks.flatMap(task =>
        (labelerOf(task.labeler)?.keys(task.config) ?? []).flatMap(binding =>
          binding.keys.filter(key => /^[a-z]$/i.test(key)).map(key => key.toUpperCase())
        )
      )
      return letters
        .filter((key, at) => letters.indexOf(key) !== at)
        .map(key => `${template.id}: ${key} is given twice`)
    })
    expect(twice).toEqual([])
  })

  test('of other names are refused with a sentence', () => {
    const sentence = (id: string) => {
      const found = templateOf(id)
      return found.ok ? found.value.name : found.problems.map(describe).join()
    }
    expect(['joint', 'rubric', 'constructor'].map(sentence)).toEqual([
      'Intent and entities',
      'The template "rubric" comes with a later version. There are: entities, intent-sentiment, joint, boxes, transcription, call-review.',
      'There is no template called "constructor". There are: entities, intent-sentiment, joint, boxes, transcription, call-review.'
    ])
  })
})
