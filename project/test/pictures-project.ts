import { labelSet } from '../../schemas/label-set.ts'

/**
 * A project of pictures to draw shapes in, as its goldset.json has it. Its rows are `{ id, image }` in data/pictures.jsonl.
 * @param config what is another one than the config of its only task
 */
export function picturesProject(config: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    goldset: 'project/1',
    id: 'pictures',
    name: 'Pictures',
    schemaVersion: 1,
    fields: [{ id: 'image', kind: 'image' }],
    sources: [{ path: 'data/pictures.jsonl', format: 'jsonl', columns: { image: 'image' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'objects',
        title: 'Objects',
        labeler: 'image-boxes',
        labelerVersion: 1,
        field: 'image',
        config: {
          labels: labelSet(['Person', 'Car', 'Sign', 'Tram']),
          shapes: ['box', 'rotated', 'polygon', 'point'],
          minSize: 3,
          attributes: [{ id: 'parked', name: 'Parked', kind: 'boolean' }],
          ...config
        }
      }
    ]
  }
}
