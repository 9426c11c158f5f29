import fc from 'fast-check'
import { describe as suite, expect, it } from 'vitest'
import { LabelFile } from '../schemas/label-file.ts'
import { describe } from '../schemas/schema.ts'
import { validate } from '../schemas/validate.ts'
import { FileError, type Files } from './files.ts'
import { labelPlace } from './label-files.ts'
import {
  type LabelDraft,
  type LabelStore,
  labelStore,
  type LabelStoreOptions,
  type StoredLabel
} from './label-store.ts'
import { memoryFiles, type MemoryFiles, type MemoryOptions } from './memory-files.ts'
import { draftOf, itemOf, tinyProject } from './test/label-samples.ts'

const item = itemOf('museum-1')
const place = labelPlace('ana', item.id)
const now = () => new Date('2026-11-23T22:00:00Z')
const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? 'nothing' : new TextDecoder().decode(bytes)

function setUp(options: LabelStoreOptions = {}, memory: MemoryOptions = {}) {
  const files = memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject) }, memory)
  return {
    files,
    store: labelStore(files, '/p', { now, ...options }),
    again: () => labelStore(files, '/p', { now })
  }
}

const onDisk = (files: MemoryFiles, at = place) => text(files.snapshot().get(`/p/${at}`))
const quarantined = (files: MemoryFiles) =>
  [...files.snapshot()]
    .filter(([path]) => path.startsWith('/p/.goldset/quarantine/') && !path.endsWith('.why.json'))
    .map(([, bytes]) => text(bytes))

async function everything(store: LabelStore, annotator?: string): Promise<readonly StoredLabel[]> {
  const all: StoredLabel[] = []
  for await (const each of store.all(annotator)) all.push(each)
  return all
}

suite('saving labels', () => {
  it('writes a file that diffs well and validates', async () => {
    const { files, store } = setUp()
    const saved = await store.save(draftOf(item, { answers: { intent: { choices: ['greet'] } } }))
    expect([saved.ok && validate(LabelFile, saved.value), onDisk(files)]).toEqual([
      [],
      `{
  "goldset": "label/1",
  "item": {
    "id": "museum-1",
    "source": "data/x.csv",
    "fingerprint": "sha256:${'a'.repeat(64)}"
  },
  "annotator": "ana",
  "status": "submitted",
  "unsure": false,
  "schemaVersion": 1,
  "guidelineVersion": 0,
  "revision": 1,
  "savedAt": "2026-11-23T22:00:00.000Z",
  "activeMs": 1200,
  "labelers": {
    "intent": "unknown-labeler/1"
  },
  "comments": [],
  "answers": {
    "intent": {
      "choices": [
        "greet"
      ]
    }
  }
}
`
    ])
  })

  it('gives back exactly what was saved, whatever ids and answers hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        fc.dictionary(fc.oneof(fc.constant('__proto__'), fc.string()), fc.jsonValue(), { maxKeys: 4 }),
        async (id, answers) => {
          const { store } = setUp()
          const read = await saveAndRead(store, draftOf(itemOf(id), { answers, labelers: {} }))
          expect(JSON.stringify(Object.entries(read))).toBe(JSON.stringify(Object.entries(answers)))
        }
      ),
      { numRuns: 200 }
    )
    async function saveAndRead(store: ReturnType<typeof labelStore>, draft: LabelDraft) {
      const saved = await store.save(draft)
      if (!saved.ok) throw new Error(saved.problems.map(describe).join())
      const found = await store.read('ana', draft.item)
      return found.kind === 'label' ? found.label.answers : {}
    }
  })

  it('keeps unknown fields and the answers of tasks the draft does not speak for', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const stored = JSON.parse(onDisk(files)) as Record<string, unknown>
    await files.write(
      `/p/${place}`,
      JSON.stringify({ ...stored, later: { a: [1] }, item: { ...item, extra: 1 } })
    )
    const saved = await store.save(
      draftOf(item, {
        revision: 1,
        answers: { entities: { spans: [] } },
        labelers: { entities: 'text-entities/1' }
      })
    )
    expect(
      saved.ok && [
        saved.value.revision,
        saved.value['later' as 'goldset'],
        saved.value.item,
        saved.value.answers,
        saved.value.labelers
      ]
    ).toEqual([
      2,
      { a: [1] },
      { ...item, extra: 1 },
      { entities: { spans: [] }, intent: { choices: ['greet'] } },
      { entities: 'text-entities/1', intent: 'unknown-labeler/1' }
    ])
  })

  it('takes an answer away where the draft speaks for the task and has none: undone to the start', async () => {
    const { store } = setUp()
    await store.save(draftOf(item))
    const saved = await store.save(draftOf(item, { revision: 1, answers: {}, status: 'todo' }))
    expect(saved.ok && [saved.value.answers, saved.value.labelers, saved.value.status]).toEqual([
      {},
      {},
      'todo'
    ])
  })

  it('refuses a draft of another revision and overwrites nothing', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    await store.save(draftOf(item, { revision: 1 }))
    const before = onDisk(files)
    const refusals = []
    for (const revision of [0, 1, 3]) {
      const saved = await store.save(draftOf(item, { revision, status: 'flagged' }))
      refusals.push(saved.ok ? 'saved' : saved.problems.map(describe).join())
    }
    const because = (made: string) =>
      `${place}: The file was changed by something else, such as a sync service or git: it is revision 2 of 2026-11-23T22:00:00.000Z, and this was made ${made}. Nothing was overwritten. Open the item again to see what is there.`
    expect([refusals, onDisk(files) === before]).toEqual([
      [because('before there was a file'), because('from revision 1'), because('from revision 3')],
      true
    ])
  })

  it('notices another file of the same revision, also when it was looked at in between, until it is opened', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const theirs = onDisk(files).replace('22:00:00.000Z', '22:00:01.000Z')
    await files.write(`/p/${place}`, theirs)
    await store.read('ana', item)
    const draft = draftOf(item, { revision: 1 })
    const refused = [(await store.save(draft)).ok, (await store.save(draft)).ok, onDisk(files) === theirs]
    await store.read('ana', item)
    expect([refused, (await store.save(draft)).ok]).toEqual([[false, false, true], true])
  })

  it('is peeked at without being taken for seen, and a damaged one stays where it is', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const theirs = onDisk(files).replace('22:00:00.000Z', '22:00:01.000Z')
    await files.write(`/p/${place}`, theirs)
    const peeked = await store.peek('ana', item.id)
    const saved = await store.save(draftOf(item, { revision: 1 }))
    await files.write(`/p/${place}`, '{')
    expect([
      peeked?.savedAt,
      saved.ok,
      await store.peek('ana', item.id),
      await store.peek('ana', 'nobody'),
      await store.peek('../ana', item.id),
      onDisk(files)
    ]).toEqual(['2026-11-23T22:00:01.000Z', false, undefined, undefined, undefined, '{'])
  })

  it('serialises two saves of one draft: one is kept, one refused', async () => {
    const { store } = setUp()
    const saved = await Promise.all([store.save(draftOf(item)), store.save(draftOf(item))])
    expect(saved.map(each => each.ok)).toEqual([true, false])
  })

  it('does not take a file that iCloud has put away for one that was never there', async () => {
    const { files, store } = setUp()
    await files.write(`/p/${place.replace(/([^/]+)$/, '.$1.icloud')}`, 'placeholder')
    const saved = await store.save(draftOf(item))
    const read = await store.read('ana', item)
    expect([saved.ok, read.kind, onDisk(files)]).toEqual([false, 'damaged', 'nothing'])
  })

  it('saves nothing when the project is gone: a drive that was unplugged is not an empty folder', async () => {
    const { files, store } = setUp()
    await files.remove('/p/goldset.json')
    const saved = await store.save(draftOf(item))
    expect([saved.ok ? [] : saved.problems.map(describe), files.snapshot().size]).toEqual([
      [
        'goldset.json: The project is not at "/p" any more. If it is on a drive or a share, connect it and save again.'
      ],
      0
    ])
  })

  it('says that the disk is full, keeps the old file, and saves once there is room', async () => {
    const { files, store } = setUp({}, { capacity: 6000 })
    await store.save(draftOf(item))
    const before = onDisk(files)
    await files.write(
      '/p/filler',
      'x'.repeat(6000 - 100 - [...files.snapshot().values()].reduce((sum, each) => sum + each.length, 0))
    )
    const draft = draftOf(item, { revision: 1, answers: { note: { text: 'y'.repeat(2000) } } })
    const refused = await store.save(draft)
    const kept = onDisk(files) === before
    await files.remove('/p/filler')
    const saved = await store.save(draft)
    expect([refused.ok ? '' : refused.problems[0]?.message.split('.')[0], kept, saved.ok]).toEqual([
      'The disk is full',
      true,
      true
    ])
  })

  it('knows its own file again when the disk took it and could not confirm it', async () => {
    const { files } = setUp()
    let fails = true
    const store = labelStore(
      {
        ...files,
        async write(path, content, options) {
          const written = await files.write(path, content, options)
          if (fails) throw new FileError('other', path, 'The system could not confirm it.', 'EIO')
          return written
        }
      },
      '/p',
      { now }
    )
    const first = await store.save(draftOf(item))
    fails = false
    const second = await store.save(draftOf(item))
    expect([first.ok, second.ok && second.value.revision]).toEqual([false, 2])
  })

  it('sees what another program wrote between two saves of its own', async () => {
    const { files, store } = setUp()
    const first = await store.save(draftOf(item))
    if (!first.ok) throw new Error('not saved')
    const path = `/p/${place}`
    const text = new TextDecoder().decode(await files.read(path))
    await files.write(path, text.replace('"goldset"', '"x-note": "theirs",\n  "goldset"'))
    const second = await store.save(draftOf(item, { revision: 1 }))
    expect(second.ok && [second.value.revision, Object.entries(second.value)[0]]).toEqual([
      2,
      ['x-note', 'theirs']
    ])
  })

  it('refuses what could not be read again', async () => {
    const { files, store } = setUp()
    const refusal = async (changes: Partial<LabelDraft>) => {
      const saved = await store.save(draftOf(item, changes))
      return saved.ok ? 'saved' : saved.problems.map(problem => problem.message).join()
    }
    expect([
      await refusal({ annotator: '../ana' }),
      await refusal({ activeMs: -1 }),
      await refusal({ schemaVersion: Number.NaN }),
      onDisk(files)
    ]).toEqual([
      '"../ana" cannot be the id of an annotator: use lower-case letters, digits, - and _, at most 64.',
      'This must be at least 0.',
      'This must be an integer.',
      'nothing'
    ])
  })

  it('writes nothing at all in a read-only project', async () => {
    const { files, store } = setUp({ readOnly: 'It is open elsewhere.' })
    await files.write(`/p/${place}`, 'garbage')
    const before = files.snapshot()
    const saved = await store.save(draftOf(itemOf('other')))
    const read = await store.read('ana', item)
    const recovered = await store.recover('ana', item, 'fresh')
    expect([saved.ok, recovered.ok, read.kind === 'damaged' && read.quarantine, files.snapshot()]).toEqual([
      false,
      false,
      place,
      before
    ])
  })
})

suite('a label file of a newer version', () => {
  const newer = async (change: (label: Record<string, unknown>) => unknown) => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    await files.write(
      `/p/${place}`,
      JSON.stringify(change(JSON.parse(onDisk(files)) as Record<string, unknown>))
    )
    const before = files.snapshot()
    const read = await store.read('ana', item)
    const saved = await store.save(draftOf(item, { revision: 1 }))
    const same = onDisk(files) === text(before.get(`/p/${place}`))
    return [
      read.kind === 'label' ? [read.label.status, read.readOnly !== undefined] : read.kind,
      saved.ok,
      same
    ]
  }

  it('is shown and never written', async () => {
    expect([
      await newer(label => ({ ...label, goldset: 'label/2' })),
      await newer(label => ({ goldset: 'label/9', state: 'other', item: label['item'] })),
      await newer(label => ({ ...label, labelers: { entities: 'text-entities/99' } }))
    ]).toEqual([
      [['submitted', true], false, true],
      [['draft', true], false, true],
      [['submitted', true], false, true]
    ])
  })
})

suite('a damaged label file', () => {
  const damage = async (files: Files, content: string | Uint8Array) => {
    await files.write(`/p/${place}`, content)
  }

  it('is moved to quarantine unchanged, stays reported after a restart, and leaves every other item usable', async () => {
    const { files, store, again } = setUp()
    await store.save(draftOf(itemOf('other')))
    await damage(files, '{"goldset": "label/1",\n "item": ')
    const first = await store.read('ana', item)
    const second = await store.read('ana', item)
    const restarted = await again().read('ana', item)
    expect([
      first.kind === 'damaged' && describe(first.problem),
      second,
      restarted,
      onDisk(files),
      quarantined(files),
      (await again().read('ana', itemOf('other'))).kind
    ]).toEqual([
      `${place}, line 2, byte 32: It ends in the middle.`,
      first,
      first,
      'nothing',
      ['{"goldset": "label/1",\n "item": '],
      'label'
    ])
  })

  it('is not saved over before the person has chosen', async () => {
    const { files, store, again } = setUp()
    await damage(files, 'null')
    await store.read('ana', item)
    const refused = await again().save(draftOf(item))
    const fresh = await store.recover('ana', item, 'fresh')
    const emptied = await again().read('ana', item)
    const saved = await store.save(draftOf(item))
    expect([
      refused.ok,
      fresh,
      emptied.kind,
      saved.ok,
      (await again().read('ana', item)).kind,
      quarantined(files)
    ]).toEqual([false, { ok: true, value: null }, 'none', true, 'label', ['null']])
  })

  it('found while the item is open goes to quarantine, and the next save writes what the person sees', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    await damage(files, '')
    const refused = await store.save(draftOf(item, { revision: 1 }))
    const saved = await store.save(draftOf(item, { revision: 1 }))
    expect([
      refused.ok,
      saved.ok && saved.value.revision,
      quarantined(files),
      (await store.read('ana', item)).kind
    ]).toEqual([false, 2, [''], 'label'])
  })

  it('that belongs to another item or person is foreign, and goes to quarantine too', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const whole = onDisk(files)
    const sentences = []
    for (const other of [
      whole.replace('museum-1', 'museum-2'),
      whole.replace('"annotator": "ana"', '"annotator": "ben"')
    ]) {
      await damage(files, other)
      const read = await store.read('ana', item)
      sentences.push(read.kind === 'damaged' ? read.problem.message : read.kind)
      await store.recover('ana', item, 'fresh')
    }
    expect(sentences).toEqual([
      'These are labels of the item "museum-2", whose file has another name.',
      'These are labels of "ben", in the folder of "ana".'
    ])
  })

  it('can be replaced by the generation before it', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    await store.save(draftOf(item, { revision: 1, status: 'flagged' }))
    await damage(files, '\0\0\0\0')
    const read = await store.read('ana', item)
    const recovered = await store.recover('ana', item, 'previous')
    expect([
      read.kind === 'damaged' && read.previousSavedAt,
      recovered.ok && recovered.value?.status,
      recovered.ok && recovered.value?.revision,
      (await store.read('ana', item)).kind,
      quarantined(files)
    ]).toEqual(['2026-11-23T22:00:00.000Z', 'submitted', 2, 'label', ['\0\0\0\0']])
  })

  it('can be read as far as it goes: complete answers, and the spans before the cut', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const whole = onDisk(files)
    await damage(files, whole.slice(0, whole.indexOf('"s2"') + 20))
    await store.read('ana', item)
    const recovered = await store.recover('ana', item, 'readable')
    expect([
      recovered.ok && recovered.value?.answers,
      recovered.ok && recovered.value?.status,
      recovered.lost?.map(each => each.message)
    ]).toEqual([
      { entities: { offsetUnit: 'codepoint', spans: [draftSpan()] } },
      'draft',
      [
        'Reading stopped: It ends in the middle of a text. What follows is in quarantine only.',
        'The answer of "entities" is cut short; what stood before the damage was kept.'
      ]
    ])
    function draftSpan() {
      return { id: 's1', start: 0, end: 3, label: 'person', text: 'Ana' }
    }
  })

  it('left by an unfinished git merge is read from its first side', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const merge = (ours: string, theirs: string) =>
      `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> other\n`
    await damage(
      files,
      onDisk(files).replace('  "revision": 1,\n', merge('  "revision": 7,', '  "revision": 8,'))
    )
    const read = await store.read('ana', item)
    const recovered = await store.recover('ana', item, 'readable')
    expect([
      read.kind === 'damaged' && describe(read.problem),
      recovered.ok && recovered.value?.revision,
      recovered.ok && Object.keys(recovered.value?.answers ?? {}),
      recovered.lost?.map(each => each.message)
    ]).toEqual([
      `${place}, line 13: The file holds the marks of a git merge that was not finished.`,
      8,
      ['entities', 'intent'],
      ['Only the first side of the merge was taken; the other is in quarantine.']
    ])
  })

  it('is never read as something else, at any prefix: bytes kept, no empty label, no exception', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const whole = new TextEncoder().encode(onDisk(files))
    const wrong: string[] = []
    for (let length = 0; length < whole.length - 1; length++) {
      const bytes = whole.slice(0, length)
      const disk = memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject), [`/p/${place}`]: bytes })
      const damaged = labelStore(disk, '/p', { now })
      const read = await damaged.read('ana', item)
      const recovered = await damaged.recover('ana', item, 'readable')
      const empty = recovered.ok && Object.keys(recovered.value?.answers ?? {}).length === 0
      if (read.kind !== 'damaged' || empty || quarantined(disk).join() !== text(bytes))
        wrong.push(text(bytes))
    }
    expect(wrong).toEqual([])
  })

  it('with any bytes changed is read as valid or kept in quarantine byte for byte', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    const whole = new TextEncoder().encode(onDisk(files))
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4
    })
    await fc.assert(
      fc.asyncProperty(changes, async flips => {
        const bytes = whole.slice()
        for (const [at, byte] of flips) bytes[at] = byte
        const disk = memoryFiles({ '/p/goldset.json': JSON.stringify(tinyProject), [`/p/${place}`]: bytes })
        const damaged = labelStore(disk, '/p', { now })
        const listed = (await everything(damaged, 'ana')).length
        const read = await damaged.read('ana', item)
        const at = read.kind === 'damaged' ? `/p/${read.quarantine}` : `/p/${place}`
        expect([
          read.kind === 'none',
          listed,
          Buffer.compare(disk.snapshot().get(at) ?? new Uint8Array(), bytes)
        ]).toEqual([false, 1, 0])
        await damaged.recover('ana', item, 'readable')
      }),
      { numRuns: 2000 }
    )
  })
})

suite('reading all labels', () => {
  it('gives every status, and a problem for everything that is not one label file in its place', async () => {
    const { files, store } = setUp()
    await store.save(draftOf(item))
    await store.save(draftOf(itemOf('b'), { status: 'skipped' }))
    await store.save(draftOf(itemOf('c'), { annotator: 'ben' }))
    const stem = place.replace(/\.json$/, '')
    const folder = place.slice(0, place.lastIndexOf('/'))
    for (const copy of [
      `${stem} (Ana's conflicted copy 2026-11-23).json`,
      `${stem}-LAPTOP-7.json`,
      `${stem} (1).json`,
      `${stem}.sync-conflict-20261123-101112-ABCDEFG.json`,
      `${folder}/.${stem.slice(folder.length + 1)}.json.icloud`,
      `${stem}.json.orig`,
      `${folder}/notes.txt`,
      `${folder}/.DS_Store`,
      `${folder}/.goldset-0123456789abcdef.tmp`,
      'labels/readme.md',
      'labels/ana/zz/x.json'
    ])
      await files.write(`/p/${copy}`, '{}')
    await files.write(`/p/${labelPlace('ana', 'd')}`, '{')
    const own = await everything(store, 'ana')
    const everyone = (await everything(store)).map(each => each.label?.item.id ?? `! ${each.path}`)
    expect([
      own.flatMap(({ label }) => (label === undefined ? [] : [[label.item.id, label.status]])),
      own
        .flatMap(({ problem }) => problem ?? [])
        .map(problem => `${problem.file?.replace(stem, '<stem>')}: ${problem.message.split('. ')[0]}`)
        .sort(),
      everyone.filter(each => !each.startsWith('!')),
      await store.annotators(),
      await files.list('/p/.goldset').then(entries => entries.map(entry => entry.name))
    ]).toMatchInlineSnapshot(`
      [
        [
          [
            "museum-1",
            "submitted",
          ],
          [
            "b",
            "skipped",
          ],
        ],
        [
          "<stem> (1).json: A sync service or a file manager made this copy of a label file",
          "<stem> (Ana's conflicted copy 2026-11-23).json: Dropbox kept this copy because two computers changed the file",
          "<stem>-LAPTOP-7.json: A sync service (as OneDrive does) kept this copy under the name of another computer",
          "<stem>.json.orig: A merge or an editor left this copy of a label file",
          "<stem>.sync-conflict-20261123-101112-ABCDEFG.json: Syncthing kept this copy because two computers changed the file",
          "labels/ana/18/d-18ac3e7343f01689.json: It ends in the middle.",
          "labels/ana/38/.museum-1-3835d143d06b087d.json.icloud: iCloud holds this file and has not brought it to this computer",
          "labels/ana/38/notes.txt: This is not a label file of Goldset, and is not read.",
          "labels/ana/zz: This is not a folder of label files, and is not read.",
        ],
        [
          "museum-1",
          "b",
          "c",
        ],
        [
          "ana",
          "ben",
        ],
        [
          ".gitignore",
        ],
      ]
    `)
  })

  it('is empty where nobody has labelled', async () => {
    const { store } = setUp()
    expect([await store.annotators(), await everything(store)]).toEqual([[], []])
  })
})
