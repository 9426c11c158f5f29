import type { Task } from '../../schemas/project.ts'
import type { Template } from '../template.ts'
import { labelsFrom } from './label.ts'
import { callTask, transcriptGuide } from './transcript.ts'

/** Letters here are none of those that play, mark and zoom: they act while the recording has the keys. */
const reasonTask: Task = {
  id: 'reason',
  title: 'Reason for the call',
  labeler: 'choice',
  labelerVersion: 1,
  field: 'audio',
  required: true,
  config: {
    labels: labelsFrom([
      {
        name: 'Book',
        key: 'b',
        description: 'Wants something new: an appointment, an order, a visit.',
        examples: ['“Do you have anything on Tuesday?”']
      },
      {
        name: 'Change or cancel',
        key: 'h',
        description: 'Wants something that is agreed changed, moved or called off.',
        examples: ['“I cannot make it at nine.”']
      },
      {
        name: 'Question',
        key: 'q',
        description: 'Wants to know something, and nothing else to happen.',
        examples: ['“How late are you open?”']
      },
      {
        name: 'Complaint',
        key: 'k',
        description: 'Something went wrong, and the caller wants it put right.',
        examples: ['“Nobody rang me back.”']
      },
      {
        name: 'Urgent help',
        key: 'e',
        description: 'Something cannot wait until tomorrow.',
        examples: ['“She came up in a rash an hour ago.”']
      },
      {
        name: 'Other',
        key: 'o',
        description: 'None of these: a wrong number, a call that breaks off.',
        examples: ['“Sorry, wrong number.”']
      }
    ]),
    multiple: false
  }
}

const moodTask: Task = {
  id: 'mood',
  title: 'Mood',
  labeler: 'choice',
  labelerVersion: 1,
  field: 'audio',
  required: true,
  config: {
    labels: labelsFrom([
      {
        name: 'Displeased',
        key: 'x',
        description: 'Annoyed, worried or let down when the call ends.',
        examples: ['“Well, that is no help at all.”']
      },
      {
        name: 'Neutral',
        key: 't',
        description: 'No feeling can be heard, or good and bad weigh the same.',
        examples: ['“Right. Goodbye.”']
      },
      {
        name: 'Pleased',
        key: 'y',
        description: 'Thankful, relieved or glad when the call ends.',
        examples: ['“Brilliant. Cheers.”']
      }
    ]),
    multiple: false
  }
}

export const callReview: Template = {
  id: 'call-review',
  name: 'Calls',
  about: 'who says what, why they call, how they feel',
  labelers: ['audio-transcription', 'choice'],
  fields: [{ id: 'audio', kind: 'audio', name: 'Recording' }],
  tasks: [callTask, reasonTask, moodTask],
  guidelines: `# Guidelines

First the transcript, then the two questions: by then you have heard the call twice.

${transcriptGuide}- **Numbers as they are said**: *thirty-eight point two*, not 38.2.
- **Both at once?** Two segments that overlap, each with its speaker.

## Reason for the call

What would the caller say they called for? The first wish counts, unless it only leads to another.

## Mood

How the caller sounds at the end, whatever the call was about. Thanks alone are manners, not pleasure.
`
}
