import type { Task } from '../../schemas/project.ts'
import { labelsFrom } from './label.ts'

export const sentimentTask: Task = {
  id: 'sentiment',
  title: 'Sentiment',
  labeler: 'choice',
  labelerVersion: 1,
  field: 'text',
  required: true,
  config: {
    labels: labelsFrom([
      {
        name: 'Negative',
        key: 'j',
        description: 'The writer is displeased, worried, annoyed or disappointed.',
        examples: ['Third time this month that the parcel is late.']
      },
      {
        name: 'Neutral',
        key: 'k',
        description: 'No feeling is shown, or good and bad weigh the same.',
        examples: ['The box holds six pens.'],
        counterExamples: ['Fine, I suppose. (that is mild displeasure)']
      },
      {
        name: 'Positive',
        key: 'l',
        description: 'The writer is pleased, thankful, relieved or looking forward.',
        examples: ['Best soup I have had in years!']
      }
    ]),
    multiple: false
  }
}

export const sentimentGuide = `## Sentiment

How does the *writer* feel about what they write of? Not how you feel, and not whether the news is good or bad.

- **Words decide, not stars or meta data.** Read the text as if it were all there is.
- **Irony** counts as what is meant: *Great, broken again* is Negative.
- **Mixed:** take the side the text ends on. Neutral only if neither side has the last word.
`
