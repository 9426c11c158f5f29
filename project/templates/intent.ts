import type { Task } from '../../schemas/project.ts'
import { labelsFrom } from './label.ts'

export const intentTask: Task = {
  id: 'intent',
  title: 'Intent',
  labeler: 'choice',
  labelerVersion: 1,
  field: 'text',
  required: true,
  config: {
    labels: labelsFrom([
      {
        name: 'Book or create',
        key: 'b',
        description: 'Wants something new: a booking, an order, an appointment, a reminder.',
        examples: ['Book a table for five at Osteria Lina.', 'Wake me at 6:45.']
      },
      {
        name: 'Modify or cancel',
        key: 'm',
        description: 'Wants something that exists changed, moved or called off.',
        examples: ['Move my dentist to Friday.', 'Cancel everything after three.']
      },
      {
        name: 'Tell someone',
        key: 't',
        description: 'Wants a message, a call or a note to reach another person.',
        examples: ['Text Tomás I’m running ten late.']
      },
      {
        name: 'Smart home',
        key: 'h',
        description: 'Wants a device or a setting to change now.',
        examples: ['Turn the hallway down a bit.']
      },
      {
        name: 'Play',
        key: 'p',
        description: 'Wants music, news, a film or a book.',
        examples: ['Play the news but skip the sport.']
      },
      {
        name: 'Question',
        key: 'q',
        description: 'Wants to know something, and nothing else to happen.',
        examples: ['Is the pharmacy on Dundas Street still open?'],
        counterExamples: ['Can you book it? (that asks for a booking)']
      },
      {
        name: 'Items on a list',
        key: 'i',
        description: 'Adds to a list, or takes something off it.',
        examples: ['Add oat milk to my list.']
      },
      {
        name: 'Other',
        key: 'o',
        description: 'None of these, or not to be understood. Use Skip for text that is broken.',
        examples: ['Next. No, the one before.']
      }
    ]),
    multiple: false
  }
}

export const intentGuide = `## Intent

What does the writer want to happen? Choose the one intent that would be left if you could act on only one.

- **The wish counts, not the form.** *Can you book a table?* is Book or create, not a Question.
- **Two wishes in one text:** take the one the text begins with, unless it is only an introduction to the other.
- **Other** is for wishes that fit nothing else. Do not use it for doubt: choose the likeliest and mark the item as unsure with U.
`
