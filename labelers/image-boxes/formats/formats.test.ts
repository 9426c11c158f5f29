import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../schemas/item.ts'
import { validate } from '../../../schemas/validate.ts'
import type { Exporter, Imported, Importer } from '../../kit/format.ts'
import { asImport, collect, exportAll, importFile, importFolder } from '../../test/exchange.ts'
import { says } from '../agreement.ts'
import { example } from '../example.ts'
import { imageBoxes } from '../labeler.ts'
import { type Answer, answerSchema, type Config, type Shape } from '../schema.ts'
import { cocoExporter } from './coco-export.ts'
import { cocoImporter } from './coco-import.ts'
import { csvExporter } from './csv-export.ts'
import { csvImporter } from './csv-import.ts'
import { ExportNames } from '../../kit/export-names.ts'
import { exporters, importers } from './index.ts'
import { labelmeImporter } from './labelme-import.ts'
import { vocExporter } from './voc-export.ts'
import { vocImporter } from './voc-import.ts'
import { yoloExporter } from './yolo-export.ts'
import { yoloImporter } from './yolo-import.ts'

const { config, items, answers } = example
const [item = raise(), , third = raise()] = items

function raise(): never {
  throw new Error('the example has too few items')
}

const withSize = (width: number, height: number): Item => ({ ...item, media: { image: { width, height } } })

/** What one record says for an item: the answer, and what was not taken. */
function taken(
  importer: Importer<Config, Answer>,
  imported: readonly Imported[],
  of: Item = item,
  within: Config = config
) {
  const values = imported.flatMap(each => ('record' in each ? [...each.record.answers.values()] : []))
  const names = values.flatMap(value => value.labels)
  const fitting = importer.configFor(
    values.map(value => value.value),
    within
  )
  const { config: full } = imageBoxes.withLabels(fitting, names)
  const [first] = values
  if (first === undefined)
    return {
      shapes: undefined,
      problems: imported.flatMap(each => ('problem' in each ? [each.problem.message] : []))
    }
  const made = importer.answer(
    first.value,
    { config: full, item: of, field: 'image' },
    name => full.labels.find(label => label.name === name)?.id
  )
  return {
    shapes: made.answer?.shapes,
    problems: [
      ...imported.flatMap(each => ('problem' in each ? [each.problem.message] : [])),
      ...made.problems.map(problem => problem.message)
    ]
  }
}

const roundTrip = async (
  exporter: Exporter<Config, Answer>,
  importer: Importer<Config, Answer>,
  answer: Answer,
  options: Readonly<Record<string, string>> = {}
) => {
  const exported = await exportAll({ exporter, config, items: [item], answers: [answer], options })
  return taken(importer, await collect(importer.read(asImport(exported, importer))))
}

const place = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.integer({ min: 0, max: 30_000 }).map(n => n / 100)
)
const side = fc.oneof(
  fc.integer({ min: 1, max: 170 }),
  fc.double({ min: 1, max: 170, noNaN: true }),
  fc.integer({ min: 100, max: 17_000 }).map(n => n / 100)
)
const box = fc
  .record({ x: place, y: place, width: side, height: side, label: fc.constantFrom('person', 'car') })
  .map((frame): Shape => ({ id: 'b1', kind: 'box', ...frame }))

describe('a box of any fraction of a pixel', () => {
  for (const exporter of exporters.filter(each => each.format !== 'yolo'))
    it(`goes through ${exporter.format} without a difference`, async () => {
      const importer = importers.find(each => each.format === exporter.format) ?? raise()
      await fc.assert(
        fc.asyncProperty(box, async shape => {
          const answer: Answer = { image: { width: 640, height: 480 }, shapes: [shape] }
          const { shapes, problems } = await roundTrip(exporter, importer, answer)
          expect(problems).toEqual([])
          expect(shapes).toEqual([shape])
        }),
        { numRuns: 60 }
      )
    })

  it('comes back from YOLO to a hundred-millionth of the side, and exactly where it has a few places', async () => {
    await fc.assert(
      fc.asyncProperty(box, async shape => {
        if (shape.kind !== 'box') return
        const few = (n: number) => Math.round(n * 1000) / 1000
        const answer = (frame: Shape): Answer => ({ image: { width: 640, height: 480 }, shapes: [frame] })
        const short = {
          ...shape,
          x: few(shape.x),
          y: few(shape.y),
          width: few(shape.width),
          height: few(shape.height)
        }
        expect((await roundTrip(yoloExporter, yoloImporter, answer(short))).shapes).toEqual([short])
        const { shapes: [back] = [] } = await roundTrip(yoloExporter, yoloImporter, answer(shape))
        if (back?.kind !== 'box') throw new Error('no box')
        for (const of of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(back[of] - shape[of])).toBeLessThan(640e-8)
      }),
      { numRuns: 60 }
    )
  })
})

describe('every kind of shape', () => {
  const full = answers[1] ?? raise()
  it('goes through CSV and LabelMe with its attributes and order', async () => {
    const said: Answer = {
      ...full,
      shapes: full.shapes.map(shape => ({ ...shape, attributes: [{ id: 'hidden', value: 'Some' }] }))
    }
    for (const format of ['csv', 'labelme'] as const) {
      const exporter = exporters.find(each => each.format === format) ?? raise()
      const importer = importers.find(each => each.format === format) ?? raise()
      const exported = await exportAll({ exporter, config, items: [items[1] ?? item], answers: [said] })
      const { shapes, problems } = taken(
        importer,
        await collect(importer.read(asImport(exported, importer))),
        items[1]
      )
      expect([problems, says({ image: null, shapes: shapes ?? [] }, { ...said, image: null })]).toEqual([
        [],
        true
      ])
    }
  })

  it('says of each shape that a format lacks that it was left out', async () => {
    const exported = await exportAll({
      exporter: vocExporter,
      config,
      items: [items[1] ?? item],
      answers: [full]
    })
    expect(exported.drops.map(drop => drop.reason)).toEqual([
      'Shape b3 is left out: this format has no rotated boxes.',
      'Shape b4 is left out: this format has no polygons.',
      'Shape b5 is left out: this format has no points.'
    ])
  })

  it('goes through YOLO as corners, rotated boxes and outlines each where there are rows for them', async () => {
    const through = async (rows: string) => {
      const exported = await exportAll({
        exporter: yoloExporter,
        config,
        items: [items[1] ?? item],
        answers: [full],
        options: { rows }
      })
      const { shapes } = taken(
        yoloImporter,
        await collect(yoloImporter.read(asImport(exported, yoloImporter))),
        items[1]
      )
      return shapes?.map(({ attributes: _, ...shape }) => shape)
    }
    const kept = (...ids: string[]) =>
      full.shapes.filter(shape => ids.includes(shape.id)).map((shape, at) => ({ ...shape, id: `b${at + 1}` }))
    expect(await through('obb')).toEqual(kept('b1', 'b2', 'b3'))
    expect(await through('segment')).toEqual(kept('b1', 'b2', 'b3', 'b4'))
  })
})

describe('COCO', () => {
  it('numbers everything from 1, keeps negatives and the order of classes', async () => {
    const exported = await exportAll({ exporter: cocoExporter, config, items, answers })
    const coco = JSON.parse(exported.files.get('task.json') ?? '') as {
      images: { id: number; file_name: string }[]
      annotations: { id: number; image_id: number; category_id: number; bbox: number[]; area: number }[]
      categories: { id: number; name: string }[]
    }
    expect({
      images: coco.images.map(image => [image.id, image.file_name]),
      categories: coco.categories.map(category => [category.id, category.name]),
      first: coco.annotations
        .slice(0, 2)
        .map(each => [each.id, each.image_id, each.category_id, each.bbox, each.area])
    }).toEqual({
      images: [
        [1, 'data/corner.png'],
        [2, 'data/north/corner.png'],
        [3, 'data/empty road.jpg']
      ],
      categories: [
        [1, 'Person'],
        [2, 'Car'],
        [3, 'Sign'],
        [4, 'Tram']
      ],
      first: [
        [1, 1, 2, [0, 100, 640, 380], 243200],
        [2, 1, 1, [33, 17, 41, 99], 4059]
      ]
    })
  })

  it('keeps sparse category ids, takes outlines, and says what becomes of masks and strays', async () => {
    const text = JSON.stringify({
      images: [{ id: 7, file_name: 'a.jpg', width: 640, height: 480 }],
      categories: [
        { id: 3, name: 'cat' },
        { id: 90, name: 'dog' }
      ],
      annotations: [
        { id: 1, image_id: 7, category_id: 90, bbox: [1, 2, 3, 4], segmentation: [[1, 2, 4, 2, 4, 6, 1, 6]] },
        { id: 2, image_id: 7, category_id: 3, bbox: [1, 2, 30, 40], segmentation: [[1, 2, 31, 2, 9, 42]] },
        {
          id: 3,
          image_id: 7,
          category_id: 3,
          bbox: [5, 5, 9, 9],
          iscrowd: 1,
          segmentation: { size: [480, 640], counts: 'x' }
        },
        { id: 4, image_id: 7, category_id: 3, bbox: [5, 5, 0, 9] },
        { id: 5, image_id: 7, category_id: 4, bbox: [5, 5, 9, 9] },
        { id: 6, image_id: 8, category_id: 3, bbox: [5, 5, 9, 9] },
        {
          id: 7,
          image_id: 7,
          category_id: 3,
          bbox: [10, 10, 20, 20],
          attributes: { rotation: -30, occluded: true }
        }
      ]
    })
    const imported = await collect(cocoImporter.read(importFile('x.json', text)))
    const made = taken(cocoImporter, imported, item, imageBoxes.defaultConfig)
    const value = imported.flatMap(each => ('record' in each ? [...each.record.answers.values()] : []))[0]
      ?.value
    expect(cocoImporter.configFor([value], imageBoxes.defaultConfig)).toMatchObject({
      labels: [
        { name: 'cat', exportIndex: 2 },
        { name: 'dog', exportIndex: 89 }
      ],
      shapes: ['box', 'rotated', 'polygon'],
      attributes: [
        { name: 'iscrowd', kind: 'boolean' },
        { name: 'occluded', kind: 'boolean' }
      ]
    })
    expect({ kinds: made.shapes?.map(shape => shape.kind), problems: made.problems }).toEqual({
      kinds: ['box', 'polygon', 'box', 'rotated'],
      problems: [
        'a.jpg, annotation 3: its mask was left out, and its box was taken.',
        'a.jpg, annotation 5: its category is not in the file, so it was left out.',
        '1 annotations are of the image 8, which the file does not list. They were left out.',
        'Shape 4 was left out: it has no area.'
      ]
    })
  })
})

describe('Pascal VOC', () => {
  const xml = (more: string, ...box: string[]) =>
    `<annotation>${more}<filename>a.jpg</filename><size><width>640</width><height>480</height></size><object><name> dog &amp; cat </name><difficult>1</difficult><bndbox>${['xmin', 'ymin', 'xmax', 'ymax'].map((tag, at) => `<${tag}>${box[at]}</${tag}>`).join('')}</bndbox></object></annotation>`
  const read = async (text: string) =>
    taken(
      vocImporter,
      await collect(vocImporter.read(importFile('a.xml', text))),
      item,
      imageBoxes.defaultConfig
    )

  it('counts from 1 as the development kit does, and from 0 where the file shows it', async () => {
    const frame = async (text: string) => {
      const [shape] = (await read(text)).shapes ?? []
      return shape?.kind === 'box' ? [shape.x, shape.y, shape.width, shape.height] : undefined
    }
    expect([
      await frame(xml('', '1', '1', '640', '480')),
      await frame(xml('<path>C:\\a.jpg</path>', '1', '1', '640', '480')),
      await frame(xml('', '0', '5', '640', '480')),
      await frame(xml('', '45.70000076', '2', '50.5', '9'))
    ]).toEqual([
      [0, 0, 640, 480],
      [1, 1, 639, 479],
      [0, 5, 640, 475],
      [44.70000076, 1, 5.79999924, 8]
    ])
  })

  it('writes whole pixels for those who ask, and says in the file where it counts from', async () => {
    const write = async (options: Record<string, string>) => {
      const exported = await exportAll({
        exporter: vocExporter,
        config,
        items: [item],
        answers: [
          {
            image: { width: 640, height: 480 },
            shapes: [{ id: 'b1', kind: 'box', label: 'car', x: 10.5, y: 20, width: 30.25, height: 40 }]
          }
        ],
        options
      })
      const text = exported.files.get('Annotations/data/corner.xml') ?? ''
      return [...text.matchAll(/<(?:[xy]m\w\w|annotation)>([^<\n]+)</g)].map(match => match[1])
    }
    expect([await write({}), await write({ origin: '0' }), await write({ numbers: 'whole' })]).toEqual([
      ['Goldset, first pixel 1', '11.5', '21', '40.75', '60'],
      ['Goldset, first pixel 0', '10.5', '20', '40.75', '60'],
      ['Goldset, first pixel 1', '11', '21', '41', '60']
    ])
  })

  it('keeps difficult as an attribute, and reports what is no annotation', async () => {
    expect((await read(xml('', '1', '1', '9', '9'))).shapes?.[0]?.attributes).toEqual([
      { id: 'difficult', value: true }
    ])
    const messages = await Promise.all(
      [
        '<annotation><object></annotation>',
        '<html/>',
        '',
        xml('', '9', 'x', '1', '1'),
        xml('', '9', '9', '1', '1')
      ].map(async text => (await read(text)).problems[0])
    )
    expect(messages).toEqual([
      'This is no Pascal VOC annotation: it has no element <annotation>.',
      'This is no Pascal VOC annotation: it has no element <annotation>.',
      'This is no Pascal VOC annotation: it has no element <annotation>.',
      'Object 1 was left out: its box has no four numbers.',
      'Object 1 was left out: its box ends before it begins.'
    ])
  })

  it('refuses boxes of a picture that was not turned yet', async () => {
    const imported = await collect(vocImporter.read(importFile('a.xml', xml('', '1', '1', '9', '9'))))
    expect(taken(vocImporter, imported, withSize(480, 640), imageBoxes.defaultConfig)).toEqual({
      shapes: undefined,
      problems: [
        'The file says 640 × 480 and the picture is 480 × 640 as displayed. They were drawn on the picture before its EXIF orientation is applied, so its shapes were left out.'
      ]
    })
  })
})

describe('YOLO', () => {
  const dataset = (labels: string, more: Readonly<Record<string, string>> = {}) =>
    importFolder(new Map([['labels/val/a.txt', labels], ...Object.entries(more)]))

  it('gives whole pixels back from six places, and keeps what it cannot read out with its line', async () => {
    const imported = await collect(
      yoloImporter.read(
        dataset(
          '1 0.453125 0.392708 0.303125 0.402083\n\nx\n0 0.5 0.5\n0 1.5 0.5 0.1 0.1\n0 0.5 0.5 0.1 0.1 0.9',
          {
            'data.yaml': 'names:\n- red\n- white\n'
          }
        )
      )
    )
    const made = taken(yoloImporter, imported, item, imageBoxes.defaultConfig)
    expect(made.shapes?.map(({ attributes: _, ...shape }) => shape)).toEqual([
      { id: 'b1', kind: 'box', label: 'white', x: 193, y: 92, width: 194, height: 193 },
      { id: 'b2', kind: 'box', label: 'red', x: 288, y: 216, width: 64, height: 48 }
    ])
    expect(
      imported.flatMap(each => ('problem' in each ? [`${each.problem.line}: ${each.problem.message}`] : []))
    ).toEqual([
      '3: This row is not a class number and numbers, so it was left out.',
      '4: This row has 2 numbers after its class: neither a box nor an outline, so it was left out.',
      '5: This row has a number outside 0 to 1, so it was left out.'
    ])
  })

  it('is about the picture its path names, without a folder of the pictures being called images', async () => {
    const path = 'images/images_/a.jpg'
    const odd: Item = { ...item, id: path, fields: { image: path } }
    const exported = await exportAll({
      exporter: yoloExporter,
      config,
      items: [odd],
      answers: answers.slice(0, 1)
    })
    const read = await collect(yoloImporter.read(asImport(exported, yoloImporter)))
    expect([...exported.copies]).toEqual([['images/train/images_/images__/a.jpg', path]])
    expect(read.flatMap(each => ('record' in each ? [each.record.path] : []))).toEqual([
      'train/images/images_/a'
    ])
  })

  it('needs the size of the picture', async () => {
    const { media: _, ...unknown } = item
    expect(
      taken(yoloImporter, await collect(yoloImporter.read(dataset('0 .5 .5 .1 .1'))), unknown).problems
    ).toEqual([
      'The size of the picture cannot be read, and YOLO gives places as shares of it. Its shapes were left out.'
    ])
  })
})

describe('LabelMe', () => {
  it('reads rectangles of two or four corners in any order, and X-AnyLabeling’s more', async () => {
    const shape = (shape_type: string, points: number[][], more: object = {}) => ({
      label: 'cat',
      shape_type,
      points,
      ...more
    })
    const text = JSON.stringify({
      imagePath: '../pictures/a.jpg',
      imageWidth: 640,
      imageHeight: 480,
      shapes: [
        shape('rectangle', [
          [40, 50],
          [10, 20]
        ]),
        shape(
          'rectangle',
          [
            [10, 20],
            [40, 20],
            [40, 50],
            [10, 50]
          ],
          { score: 0.9, difficult: true, attributes: { colour: 'red' } }
        ),
        shape(
          'rotation',
          [
            [20, 10],
            [30, 20],
            [20, 30],
            [10, 20]
          ],
          { direction: 0.785 }
        ),
        shape('circle', [
          [1, 1],
          [5, 5]
        ]),
        shape('point', [[7, 8]], { group_id: 4, description: 'left eye' })
      ]
    })
    const imported = await collect(labelmeImporter.read(importFolder(new Map([['json/a.json', text]]))))
    const made = taken(labelmeImporter, imported, item, imageBoxes.defaultConfig)
    expect(imported.flatMap(each => ('record' in each ? [each.record.path] : []))).toEqual(['pictures/a.jpg'])
    expect(made).toEqual({
      shapes: [
        { id: 'b1', kind: 'box', label: 'cat', x: 10, y: 20, width: 30, height: 30 },
        {
          id: 'b2',
          kind: 'box',
          label: 'cat',
          x: 10,
          y: 20,
          width: 30,
          height: 30,
          attributes: [
            { id: 'colour', value: 'red' },
            { id: 'difficult', value: true }
          ]
        },
        expect.objectContaining({ id: 'b3', kind: 'rotated', rotation: 45 }),
        {
          id: 'b4',
          kind: 'point',
          label: 'cat',
          points: [[7, 8]],
          attributes: [
            { id: 'group-id', value: 4 },
            { id: 'description', value: 'left eye' }
          ]
        }
      ],
      problems: ['Shape 4 was left out: a circle of 2 points is none of the shapes there are here.']
    })
  })
})

describe('CSV', () => {
  it('finds the columns by the names other tools give them, in any order', async () => {
    const text = 'ImageID,XMin,XMax,YMin,YMax,LabelName\na.jpg,10,30,20,60,Cat\na.jpg,1,x,2,3,Cat\n'
    const made = taken(
      csvImporter,
      await collect(csvImporter.read(importFile('x.csv', text))),
      item,
      imageBoxes.defaultConfig
    )
    expect(made).toEqual({
      shapes: [{ id: 'b1', kind: 'box', label: 'cat', x: 10, y: 20, width: 20, height: 40 }],
      problems: ['Its edges are not four numbers. The row was left out.']
    })
  })

  it('claims its own files and no table of choices', async () => {
    const exported = await exportAll({ exporter: csvExporter, config, items, answers })
    const [first = ''] = (exported.files.get('task.csv') ?? '').split('\n')
    expect([first, 'id,text,sentiment', ''].map(line => csvImporter.claims?.([line]))).toEqual([
      true,
      false,
      false
    ])
  })
})

it('a picture where there is nothing goes out, and comes back saying so', async () => {
  for (const exporter of exporters) {
    const importer = importers.find(each => each.format === exporter.format) ?? raise()
    const exported = await exportAll({ exporter, config, items: [third], answers: [answers[2] ?? raise()] })
    const [value] = (await collect(importer.read(asImport(exported, importer)))).flatMap(each =>
      'record' in each ? [...each.record.answers.values()] : []
    )
    const made = importer.answer(value?.value, { config, item: third, field: 'image' }, () => undefined)
    expect([exporter.format, made.answer]).toEqual([exporter.format, answers[2]])
  }
})

it('stems that collide get names of their own', () => {
  const names = new ExportNames()
  expect(
    ['a.jpg', 'a.png', 'A.webp', 'b/a.jpg', '../c:\\d', 'a~2.gif'].map(path => names.nameFor(path).path)
  ).toEqual(['a.jpg', 'a~2.png', 'A~3.webp', 'b/a.jpg', '_/c__d', 'a~2~2.gif'])
})

it('nothing a file may hold makes an importer throw or an answer that is none', async () => {
  const junk = fc.oneof(
    fc.json(),
    fc.constantFrom(
      '',
      '<annotation><object/></annotation>',
      '0 0 0 0 0',
      'image,label,xmin,ymin,xmax,ymax\n,,,,,\na,b,1,2,3'
    ),
    fc.string()
  )
  const wrap = fc.constantFrom(
    (text: string) => text,
    (text: string) =>
      `{"images":[{"id":1,"file_name":"a"}],"categories":[{"id":1,"name":"a"}],"annotations":[${text}]}`,
    (text: string) => `{"shapes":[${text}]}`,
    (text: string) => `{"file_name":"a","objects":${text}}`,
    (text: string) => `<annotation><object><name>${text}</name><bndbox>${text}</bndbox></object></annotation>`
  )
  await fc.assert(
    fc.asyncProperty(junk, wrap, fc.constantFrom(...importers), async (text, around, importer) => {
      for (const each of await collect(importer.read(importFile('x', around(text))))) {
        if (!('record' in each)) continue
        for (const { value } of each.record.answers.values()) {
          importer.configFor([value], config)
          const { answer } = importer.answer(value, { config, item, field: 'image' }, () => 'car')
          if (answer !== undefined) expect(validate(answerSchema, answer)).toEqual([])
        }
      }
    }),
    { numRuns: 500 }
  )
})
