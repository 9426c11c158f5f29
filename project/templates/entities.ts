import type { Task } from '../../schemas/project.ts'
import type { Template } from '../template.ts'
import { labelsFrom } from './label.ts'

export const entitiesTask: Task = {
  id: 'entities',
  title: 'Entities',
  labeler: 'text-entities',
  labelerVersion: 1,
  field: 'text',
  config: {
    labels: labelsFrom([
      {
        name: 'Person',
        description: 'A named human being, real or invented, without title or role.',
        examples: ['Lena Hartmann', 'Sherlock Holmes'],
        counterExamples: ['the doctor']
      },
      {
        name: 'Organisation',
        description:
          'A named company, school, clinic, team, party or authority. Take the place in only when it is part of the name.',
        examples: ['Riverside Dental', 'University of Porto'],
        counterExamples: ['the company']
      },
      {
        name: 'Place',
        description: 'A named country, town, street, building or natural feature, used as a place.',
        examples: ['Leith', 'Dundas Street'],
        counterExamples: ['upstairs']
      },
      {
        name: 'Time',
        description: 'A date, a time of day, a period or how often, with the words that pin it down.',
        examples: ['next Tuesday at three', 'since 1998', 'twice a week'],
        counterExamples: ['soon']
      },
      {
        name: 'Quantity',
        description: 'A number with what it counts or measures. Money has its own label.',
        examples: ['35 minutes', 'two loaves', '40 %']
      },
      { name: 'Money', description: 'An amount with its currency.', examples: ['€14.90', 'forty pounds'] },
      {
        name: 'Product',
        description:
          'A named thing that is made, sold or used: a device, a drug, a car, a piece of software.',
        examples: ['Aurora S2 kettle', 'ibuprofen 400'],
        counterExamples: ['my phone']
      },
      {
        name: 'Event',
        description: 'A named happening, or an appointment that is spoken of as one.',
        examples: ['Edinburgh Book Festival', 'dentist appointment'],
        counterExamples: ['a party some day']
      },
      {
        name: 'Work',
        description: 'The title of a book, film, song, show or law, without its author.',
        examples: ['Blue Lanterns', 'Data Protection Act']
      }
    ]),
    granularity: 'word',
    overlap: 'nested'
  }
}

export const entitiesGuide = `## Entities

Mark each mention of a label of the list, every time it occurs. Nothing to mark is an answer too: submit the item as it is.

- **As long as the name, no longer.** Leave out articles, spaces and the punctuation around it: *the* **Riverside Dental** *clinic*.
- **Names inside names.** A span may lie inside another: **University of Porto** is an Organisation, **Porto** in it a Place.
- **What it is here counts**, not what the word usually is. In *Chelsea lost again*, Chelsea is an Organisation.
- **Not sure between two?** Take the more specific one, mark the item as unsure with U, and go on.
`

export const entities: Template = {
  id: 'entities',
  name: 'Entities in text',
  about: 'mark spans, nested or not',
  labelers: ['text-entities'],
  fields: [{ id: 'text', kind: 'text', name: 'Text' }],
  tasks: [entitiesTask],
  guidelines: `# Guidelines\n\nRead the whole text once before marking anything.\n\n${entitiesGuide}`
}
