import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { seriousViolations } from './violations.ts'
import { type Canvas, canvasOf } from './canvas.ts'
import { linedPng } from '../project/test/png.ts'
import { withOrientation, writePictures } from './pictures.ts'
import { labelsOnDisk } from './project-on-disk.ts'

const [WIDTH, HEIGHT] = [800, 600]
let person: Person
let folder: string
let app: App

beforeEach(async () => {
  person = await newPerson()
  folder = join(person.home, 'project')
})
afterEach(async () => {
  await app.kill()
  await person.leave()
})

async function open(
  pictures: ReadonlyMap<string, Uint8Array | string | null> = twoPictures,
  config?: Readonly<Record<string, unknown>>
): Promise<Canvas> {
  await writePictures(folder, pictures, config)
  app = await startApp(person, { args: [folder] })
  return canvasOf(app.page, [...pictures.keys()][0] ?? '', WIDTH)
}

const twoPictures = new Map([
  ['a.png', linedPng(WIDTH, HEIGHT, [150, 160, 150])],
  ['b.png', linedPng(WIDTH, HEIGHT, [120, 140, 170])]
])

interface Shape {
  readonly kind: string
  readonly label: string | null
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly rotation?: number
  readonly points?: readonly (readonly number[])[]
  readonly locked?: boolean
}

const press = async (...keys: readonly string[]) => {
  for (const key of keys) await app.page.keyboard.press(key)
}
/** The list of shapes beside the image; the queue is a list, too. */
const list = () => app.page.getByRole('listbox', { name: 'Objects' })
const saved = () => app.page.getByText(/^Saved \d\d:\d\d:\d\d/).waitFor()

/** The shapes in the label file of an item, one line each: `car box 10 20 30 40`. */
async function onDisk(item: string): Promise<readonly string[]> {
  const answer = (await labelsOnDisk(folder)).get(item)?.answers['objects'] as
    { readonly shapes: readonly Shape[] } | undefined
  return (answer?.shapes ?? []).map(shape => {
    const place = shape.points?.flat() ?? [shape.x, shape.y, shape.width, shape.height]
    const turn = shape.rotation === undefined ? '' : ` at ${shape.rotation}`
    return `${shape.label ?? '?'} ${shape.kind} ${place.join(' ')}${turn}${shape.locked === true ? ' locked' : ''}`
  })
}

/** Waits until the label file of an item says this. */
async function expectOnDisk(item: string, shapes: readonly string[]): Promise<void> {
  await expect.poll(() => onDisk(item), { timeout: 10_000 }).toEqual(shapes)
}

test('what is drawn, moved, sized and labelled by the pointer is on the disk as it was seen, and comes back', async () => {
  const canvas = await open()
  await press('2')
  await canvas.drag([100, 100], [200, 180])
  await expectOnDisk('a.png', ['car box 100 100 100 80'])
  // A second one, inside the first: drawing never selects.
  await canvas.drag([160, 160], [120, 120])
  await expectOnDisk('a.png', ['car box 100 100 100 80', 'car box 120 120 40 40'])
  // The handles of what was drawn last can be taken at once.
  await canvas.drag([160, 160], [170, 150])
  await expectOnDisk('a.png', ['car box 100 100 100 80', 'car box 120 120 50 30'])

  await press('v')
  await canvas.drag([140, 140], [340, 240])
  await canvas.click(110, 110)
  await press('1')
  await expectOnDisk('a.png', ['person box 100 100 100 80', 'car box 320 220 50 30'])

  // Over the edge of the image it is cut off there, and a click on nothing lets go.
  await press('Escape', 'r')
  await canvas.drag([760, 560], [820, 640])
  await expectOnDisk('a.png', ['person box 100 100 100 80', 'car box 320 220 50 30', 'car box 760 560 40 40'])
  await press('Control+z', 'Control+z', 'Control+z')
  await expectOnDisk('a.png', ['car box 100 100 100 80', 'car box 120 120 50 30'])
  await press('Control+Shift+z')
  await expectOnDisk('a.png', ['car box 100 100 100 80', 'car box 320 220 50 30'])

  await app.kill()
  app = await startApp(person, { args: [folder] })
  await list().getByRole('option').nth(1).waitFor()
  const rows = await list().getByRole('option').allInnerTexts()
  expect(rows.map(row => row.replace(/\s+/g, ' '))).toEqual(['2 Car 100 × 80', '2 Car 50 × 30'])
})

test('a box is made, labelled, moved, sized, copied, locked and removed from the keyboard alone', async () => {
  await open()
  await press('r', 'ArrowRight')
  for (let step = 0; step < 4; step++) await press('Shift+ArrowDown')
  await press('Enter')
  for (let step = 0; step < 5; step++) await press('Shift+ArrowRight')
  for (let step = 0; step < 3; step++) await press('Shift+ArrowDown')
  await press('ArrowDown', 'Enter', '3')
  await expectOnDisk('a.png', ['sign box 401 340 50 31'])

  await press('ArrowLeft', 'Shift+ArrowUp', 'Control+Shift+ArrowRight', 'Control+Alt+ArrowUp')
  await expectOnDisk('a.png', ['sign box 400 330 51 30'])
  await press('Control+d')
  await expectOnDisk('a.png', ['sign box 400 330 51 30', 'sign box 412 342 51 30'])
  await press('l', 'ArrowRight', 'Delete')
  await expectOnDisk('a.png', ['sign box 400 330 51 30', 'sign box 412 342 51 30 locked'])
  await press('l', 'Control+c', 'd')
  await canvasOf(app.page, 'b.png', WIDTH)
  await press('Control+v')
  await expectOnDisk('b.png', ['sign box 412 342 51 30'])
  await press('Control+Shift+v')
  await expectOnDisk('b.png', ['sign box 412 342 51 30', 'sign box 400 330 51 30', 'sign box 412 342 51 30'])
  await press('Control+a', 'Delete')
  await expectOnDisk('b.png', [])
  await press('n')
  await expect
    .poll(async () => (await labelsOnDisk(folder)).get('b.png')?.answers['objects'])
    .toMatchObject({ nothing: true, shapes: [] })
  // Enter belongs to the screen again.
  await press('Enter')
  await expect.poll(async () => (await labelsOnDisk(folder)).get('b.png')?.status).toBe('submitted')
})

test('Tab goes from shape to shape and then out of the image, nested ones are reached with Alt, several with Shift', async () => {
  const canvas = await open()
  for (const [from, to] of [
    [
      [50, 50],
      [400, 400]
    ],
    [
      [100, 100],
      [300, 300]
    ],
    [
      [500, 100],
      [600, 200]
    ]
  ] as const)
    await canvas.drag(from, to)
  const selected = async () => {
    const rows = await list().getByRole('option', { selected: true }).allInnerTexts()
    return rows.map(row => /\d+ × \d+/.exec(row)?.[0])
  }
  await press('v')
  await canvas.click(200, 200)
  expect(await selected()).toEqual(['200 × 200'])
  await app.page.keyboard.down('Alt')
  await canvas.click(200, 200)
  await app.page.keyboard.up('Alt')
  expect(await selected()).toEqual(['350 × 350'])
  await app.page.keyboard.down('Shift')
  await canvas.click(550, 150)
  await app.page.keyboard.up('Shift')
  expect(await selected()).toEqual(['350 × 350', '100 × 100'])
  await canvas.drag([40, 40], [450, 450])
  expect(await selected()).toEqual(['350 × 350', '200 × 200'])
  await canvas.click(790, 590)
  const walked: unknown[] = []
  for (let tab = 0; tab < 4; tab++) {
    await press('Tab')
    walked.push(await selected())
  }
  const inImage = await app.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label')?.startsWith('Image') ?? false
  )
  expect({ walked, inImage }).toEqual({
    walked: [['350 × 350'], ['200 × 200'], ['100 × 100'], ['100 × 100']],
    inImage: false
  })
})

test('rotated boxes, polygons and points are drawn, turned and edited by pointer and keys', async () => {
  const canvas = await open()
  await press('4', 'o')
  await canvas.drag([100, 100], [200, 160])
  await press('Alt+Shift+ArrowRight', 'Alt+ArrowRight')
  await expectOnDisk('a.png', ['tram rotated 100 100 100 60 at 16'])

  await press('p')
  await canvas.click(400, 100)
  await canvas.click(500, 100)
  await canvas.click(500, 200)
  await press('Enter')
  // A corner dragged, one put in on an edge, one moved and one removed by keys.
  await canvas.drag([500, 200], [520, 220])
  await canvas.drag([450, 100], [450, 80])
  await expectOnDisk('a.png', [
    'tram rotated 100 100 100 60 at 16',
    'tram polygon 400 100 450 80 500 100 520 220'
  ])
  await press('.', 'ArrowRight', '.', 'Delete')
  await press('k')
  await canvas.click(300, 300)
  await expectOnDisk('a.png', [
    'tram rotated 100 100 100 60 at 16',
    'tram polygon 400 100 450 80 501 100',
    'tram point 300 300'
  ])
  // By keys: Enter sets corners, and on the last one closes.
  await press('Escape', 'p')
  for (const way of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await press('Enter')
    for (let step = 0; step < 6; step++) await press(`Shift+${way}`)
  }
  await press('Enter', 'Enter')
  await expectOnDisk('a.png', [
    'tram rotated 100 100 100 60 at 16',
    'tram polygon 400 100 450 80 501 100',
    'tram point 300 300',
    'tram polygon 300 300 360 300 360 360 300 360'
  ])
})

test('zooming at the pointer and moving the view change what is seen and never what is stored', async () => {
  const canvas = await open()
  const fitted = await canvas.scale()
  await canvas.move(600, 450)
  const before = await canvas.at(600, 450)
  for (let notch = 0; notch < 4; notch++) await app.page.mouse.wheel(0, -120)
  const after = await canvas.at(600, 450)
  expect(await canvas.scale()).toBeGreaterThan(2 * fitted)
  expect(Math.hypot(after[0] - before[0], after[1] - before[1])).toBeLessThan(1.5)
  await app.page.getByRole('group', { name: 'Image a.png' }).locator('canvas').nth(2).waitFor()

  await canvas.drag([610, 460], [640, 490])
  await expectOnDisk('a.png', ['? box 610 460 30 30'])
  await canvas.drag([600, 450], [560, 420], { button: 'middle' })
  const moved = await canvas.at(600, 450)
  expect([Math.round(moved[0] - after[0]), Math.round(moved[1] - after[1])]).not.toEqual([0, 0])
  await app.page.keyboard.down('Space')
  await canvas.drag([600, 450], [640, 480])
  await app.page.keyboard.up('Space')
  await press('1')
  await expectOnDisk('a.png', ['person box 610 460 30 30'])
  await press('Control+0')
  expect(await canvas.scale()).toBe(fitted)
  await press('Control+Alt+0')
  expect(await canvas.scale()).toBe(1)
})

test('coordinates are of the picture as it is seen, turned as its camera was', async () => {
  await open()
  const jpeg = await app.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 300)
    const context = canvas.getContext('2d')
    context?.fillRect(0, 0, 60, 300)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
    return [...bytes]
  })
  await app.kill()
  folder = join(person.home, 'turned')
  await writePictures(folder, new Map([['turned.jpg', withOrientation(Buffer.from(jpeg), 6)]]))
  app = await startApp(person, { args: [folder] })
  const canvas = await canvasOf(app.page, 'turned.jpg', 300)
  await canvas.drag([20, 500], [290, 590])
  await expectOnDisk('turned.jpg', ['? box 20 500 270 90'])
  expect((await labelsOnDisk(folder)).get('turned.jpg')?.answers['objects']).toMatchObject({
    image: { width: 300, height: 600 }
  })
  // Its thumbnail fills the box to every corner.
  const corners = () =>
    app.page
      .getByRole('option')
      .locator('canvas')
      .first()
      .evaluate(canvas => {
        const { width, height } = canvas as HTMLCanvasElement
        const all = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
        const opaque = (x: number, y: number) => all?.[4 * (y * width + x) + 3]
        return [opaque(0, 0), opaque(width - 1, 0), opaque(0, height - 1), opaque(width - 1, height - 1)]
      })
  await expect.poll(corners, { timeout: 10_000 }).toEqual([255, 255, 255, 255])
})

test('a picture that is missing or broken says so in its place, and others go on', async () => {
  const whole = linedPng(WIDTH, HEIGHT, [150, 160, 150])
  await writePictures(
    folder,
    new Map<string, Uint8Array | string | null>([
      ['gone.png', null],
      ['words.png', 'This is no picture.'],
      ['cut.png', whole.subarray(0, 60)],
      ['empty.png', ''],
      ['whole.png', whole]
    ])
  )
  app = await startApp(person, { args: [folder] })
  const said: string[] = []
  for (const name of ['gone.png', 'words.png', 'cut.png', 'empty.png']) {
    const group = app.page.getByRole('group', { name: `Image ${name}` })
    await group.waitFor()
    said.push(await group.getByRole('alert').innerText())
    await press('d')
  }
  const canvas = await canvasOf(app.page, 'whole.png', WIDTH)
  await canvas.drag([10, 10], [60, 60])
  await expectOnDisk('whole.png', ['? box 10 10 50 50'])
  await saved()
  expect([...(await labelsOnDisk(folder)).keys()]).toEqual(['whole.png'])
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z"].{15,}\.$/s)
  // The browser reports each file it could not read as an error; of ours there is none.
  expect(app.errors.filter(error => !error.includes('Failed to load resource'))).toEqual([])
})

test('a row of the queue shows its picture, its size, and what was drawn on it, and of a broken one why not', async () => {
  const canvas = await open(
    new Map<string, Uint8Array | string | null>([...twoPictures, ['cut.png', 'This is no picture.']])
  )
  const rows = app.page.getByRole('listbox', { name: 'Items' }).getByRole('option')
  await canvas.drag([10, 10], [60, 60])
  await canvas.drag([110, 110], [160, 160])
  const words = async () => (await rows.allInnerTexts()).map(text => text.split('\n').join(' | '))
  await expect
    .poll(words, { timeout: 10_000 })
    .toEqual([
      'a.png | 2 boxes, 2 without label',
      'b.png | 800 × 600',
      'cut.png | This file is cut off: it ends before its content does.'
    ])
  // Opaque once it is drawn; the second picture is the blue one.
  const drawn = () =>
    rows.locator('canvas').evaluateAll(all =>
      all.map(canvas => {
        const [, green = 0, blue = 0, opaque] =
          (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(44, 32, 1, 1).data ?? []
        return [opaque, blue > green]
      })
    )
  await expect.poll(drawn, { timeout: 10_000 }).toEqual([
    [255, false],
    [255, true]
  ])
})

test.for(['light', 'dark'] as const)('a screen reader is stopped by nothing serious, %s', async scheme => {
  const canvas = await open()
  await app.page.emulateMedia({ colorScheme: scheme })
  const untouched = await seriousViolations(app.page)
  await press('1')
  await canvas.drag([50, 50], [100, 100])
  await canvas.drag([200, 50], [300, 100])
  await press('Tab', 'q')
  await app.page.getByRole('checkbox', { name: 'Parked' }).waitFor()
  const drawn = await seriousViolations(app.page)
  expect({ untouched, drawn }).toEqual({ untouched: [], drawn: [] })
})
