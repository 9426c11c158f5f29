/** A small project as it lies on disk: two rows, entities and one choice. */
export function reviews(folder: string): Record<string, string> {
  const project = {
    goldset: 'project/1',
    id: 'reviews',
    name: 'Reviews',
    schemaVersion: 1,
    fields: [{ id: 'text', kind: 'text' }],
    sources: [{ path: 'data/reviews.csv', format: 'csv', columns: { text: 'text' }, idColumn: 'id' }],
    tasks: [
      {
        id: 'entities',
        title: 'Entities',
        labeler: 'text-entities',
        labelerVersion: 1,
        field: 'text',
        config: {
          labels: [{ id: 'product', name: 'Product', exportIndex: 0 }],
          granularity: 'word',
          overlap: 'none'
        }
      },
      {
        id: 'mood',
        title: 'Mood',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'text',
        config: {
          labels: [
            { id: 'good', name: 'Good', exportIndex: 0 },
            { id: 'bad', name: 'Bad', exportIndex: 1 }
          ],
          multiple: false
        }
      }
    ]
  }
  return {
    [`${folder}/goldset.json`]: `${JSON.stringify(project, null, 2)}\n`,
    [`${folder}/data/reviews.csv`]: 'id,text\nr1,The kettle is fine\nr2,The lid broke\n'
  }
}
