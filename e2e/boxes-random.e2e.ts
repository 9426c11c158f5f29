import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validate } from '../schemas/validate.ts'
import { extentOf } from '../labelers/image-boxes/geometry.ts'
import { type Answer, Answer as answerSchema } from '../labelers/image-boxes/schema.ts'
import { newPerson, startApp } from './app.ts'
import { linedPng } from '../project/test/png.ts'
import { writePictures } from './pictures.ts'
import { labelsOnDisk } from './project-on-disk.ts'

const STEPS = 700
/** Each item with a size and a label of its own: a shape on the wrong one would show it. */
const items = [
  { id: 'a.png', width: 800, height: 600, label: 'person', key: '1' },
  { id: 'b.png', width: 500, height: 700, label: 'car', key: '2' },
  { id: 'c.png', width: 1000, height: 310, label: 'sign', key: '3' }
] as const

const share = fc.double({ min: -0.1, max: 1.1, noNaN: true })
const place = fc.tuple(share, share)
const keys = [
  ...[
    'r',
    'v',
    'o',
    'p',
    'k',
    'Enter',
    'Escape',
    'Backspace',
    'Delete',
    'n',
    'l',
    'h',
    'Shift+H',
    'z',
    'q',
    'i'
  ],
  ...['Tab', '.', ',', 'Insert', '[', ']', 'Control+d', 'Control+z', 'Control+Shift+z', 'Control+0'],
  ...['', 'Shift+', 'Control+Shift+', 'Control+Alt+', 'Alt+', 'Alt+Shift+'].flatMap(modifiers =>
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(arrow => modifiers + arrow)
  )
]
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('drag' as const), from: place, to: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('click' as const), at: place, alt: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wheel' as const), by: fc.integer({ min: -400, max: 400 }) })
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom(...keys) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('turn' as const), key: fc.constantFrom('d', 'a') }) }
)

test(
  `${STEPS} random drags, clicks, wheels and keys leave every shape whole, inside its image and on its own item`,
  { timeout: 300_000 },
  async () => {
    const person = await newPerson()
    const folder = join(person.home, 'project')
    const pictures = new Map(
      items.map(({ id, width, height }) => [id, linedPng(width, height, [150, 160, 150])])
    )
    await writePictures(folder, pictures)
    const app = await startApp(person, { args: [folder] })
    const { page } = app
    const seed = Date.now()
    const [steps] = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' }), {
      seed,
      numRuns: 1
    })
    /** Takes the label of the item on the screen in hand, and nothing else. */
    const takeLabel = async () => {
      for (let press = 0; press < 5; press++) await page.keyboard.press('Escape')
      const name = await page.getByRole('group', { name: /^Image / }).getAttribute('aria-label')
      await page.keyboard.press(items.find(item => `Image ${item.id}` === name)?.key ?? '1')
    }
    try {
      const canvas = page.getByRole('group', { name: /^Image / })
      await canvas.locator('img').first().waitFor()
      const box = await canvas.boundingBox()
      if (box === null) throw new Error('There is no canvas.')
      const at = ([x, y]: readonly [number, number]) =>
        [box.x + 2 + x * (box.width - 40), box.y + 2 + y * (box.height - 80)] as const
      await takeLabel()
      let seen = 0
      for (const [nth, each] of (steps ?? []).entries()) {
        if (nth % 20 === 0)
          seen += await page.getByRole('listbox', { name: 'Objects' }).getByRole('option').count()
        if (each.kind === 'drag') {
          await page.mouse.move(...at(each.from))
          await page.mouse.down()
          await page.mouse.move(...at(each.to), { steps: 2 })
          await page.mouse.up()
        } else if (each.kind === 'click') {
          if (each.alt) await page.keyboard.down('Alt')
          await page.mouse.click(...at(each.at))
          if (each.alt) await page.keyboard.up('Alt')
        } else if (each.kind === 'wheel') await page.mouse.wheel(0, each.by)
        else await page.keyboard.press(each.key)
        // These may show another item.
        if (each.kind === 'turn' || (each.kind === 'key' && /Enter|[zZ]$/.test(each.key))) await takeLabel()
      }
      await page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()
      await app.close()

      const disk = await labelsOnDisk(folder)
      const wrong = items.flatMap(({ id, width, height, label }) => {
        const answer = disk.get(id)?.answers['objects']
        if (answer === undefined) return []
        const problems = validate(answerSchema, answer)
        if (problems.length > 0) return problems.map(problem => `${id}: ${problem.message}`)
        const { shapes, image } = answer as Answer
        const sized = image?.width === width && image.height === height
        const bad = shapes.filter(shape => {
          const { left, top, right, bottom } = extentOf(shape)
          const inside = left >= -1e-6 && top >= -1e-6 && right <= width + 1e-6 && bottom <= height + 1e-6
          const whole = shape.kind === 'point' || (right > left && bottom > top)
          return !inside || !whole || (shape.label !== label && shape.label !== null)
        })
        return [
          ...(sized ? [] : [`${id} has the size of another`]),
          ...bad.map(shape => JSON.stringify(shape))
        ]
      })
      console.log(
        `${STEPS} steps, ${seen} shapes seen at every 20th, labels of ${disk.size} items, seed ${seed}.`
      )
      expect({ seed, some: seen > 20, wrong, errors: app.errors }).toEqual({
        seed,
        some: true,
        wrong: [],
        errors: []
      })
    } finally {
      await app.kill()
      await person.leave()
    }
  }
)
