import type { Task } from '../../schemas/project.ts'
import type { Template } from '../template.ts'
import { labelsFrom } from './label.ts'

export const boxesTask: Task = {
  id: 'objects',
  title: 'Objects',
  labeler: 'image-boxes',
  labelerVersion: 1,
  field: 'image',
  required: true,
  config: {
    labels: labelsFrom([
      {
        name: 'Person',
        description: 'A human being, whole or in part, standing, sitting or riding.',
        examples: ['a child', 'a driver who can be seen'],
        counterExamples: ['a face on a poster']
      },
      {
        name: 'Vehicle',
        description:
          'Anything with an engine that carries people or goods. Mirrors belong to it, its shadow does not.',
        examples: ['a car', 'a bus', 'a van'],
        counterExamples: ['a toy car']
      },
      {
        name: 'Bicycle',
        description: 'A bicycle or scooter, without the person on it.',
        examples: ['a parked bicycle', 'the bicycle below a rider']
      },
      {
        name: 'Animal',
        description: 'A living animal.',
        examples: ['a dog on a lead', 'pigeons, each by itself'],
        counterExamples: ['a statue of a horse']
      },
      {
        name: 'Sign',
        description: 'A sign or a light that tells traffic something.',
        examples: ['a stop sign', 'a traffic light with its housing'],
        counterExamples: ['an advertisement']
      }
    ]),
    shapes: ['box', 'rotated', 'polygon', 'point'],
    minSize: 3,
    attributes: [
      {
        id: 'hidden',
        name: 'Hidden part',
        kind: 'choice',
        values: ['None', 'Some', 'Most'],
        default: 'None'
      },
      { id: 'cut', name: 'Cut by the edge', kind: 'boolean', default: false }
    ]
  }
}

export const boxes: Template = {
  id: 'boxes',
  name: 'Objects in images',
  about: 'boxes, outlines and points, each with a label',
  labelers: ['image-boxes'],
  fields: [{ id: 'image', kind: 'image', name: 'Image' }],
  tasks: [boxesTask],
  guidelines: `# Guidelines

## Draw

- **Tight.** Every side touches the object. Zoom in where an edge is soft; half a pixel does not matter, five do.
- **What can be seen.** Leave out what you have to guess behind other things, and say under *Hidden part* how much that is.
- **Each by itself.** Two people who overlap are two boxes that overlap. A crowd is boxes until you cannot tell one from the next.
- **Small things count** down to a side of 10 pixels.

## Which shape

A box for nearly everything. A rotated box for things that lie slanted and are long. An outline only where the guidelines of
your project ask for one, a point for what has a place and no size.

## When in doubt

- Nothing to draw? Say **Nothing here**: an image you looked at is worth as much as one with boxes.
- Reflections, posters and screens are not drawn.
- Not sure which label? Take the more general one and flag the image with **F**.
`
}
