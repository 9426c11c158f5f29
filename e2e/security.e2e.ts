import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { traversalVariants } from '../project/test/traversal-variants.ts'
import { type App, newPerson, type Person, startApp } from './app.ts'
import { writeProject } from './project-on-disk.ts'

/* Each test does what an attacker inside the page would try; the page has the project of a stranger open. */

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  const folder = join(person.home, 'proj')
  await writeProject(folder, { texts: ['One', 'Two'] })
  for (const name of ['proj-secret', 'outside']) await mkdir(join(person.home, name))
  for (const name of ['proj-secret/secret.txt', 'outside/secret.txt', 'secret.txt'])
    await writeFile(join(person.home, name), 'SECRET')
  await writeFile(join(folder, 'data/page.html'), '<script>parent.escaped = true</script>')
  await writeFile(join(folder, 'data/plain.txt'), 'inside')
  await symlink(join(person.home, 'secret.txt'), join(folder, 'data/link.txt'))
  await symlink(join(person.home, 'outside'), join(folder, 'data/links'))
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('One').first().waitFor()
})
afterAll(async () => {
  await app.kill()
  await person.leave()
})

/** Runs code in the page as a script of the page would, and says how it ended. */
const tryInPage = (code: string) =>
  app.page.evaluate(async source => {
    const probe = document.createElement('script')
    probe.textContent = source
    document.head.append(probe)
    await new Promise(resolve => setTimeout(resolve, 50))
    probe.remove()
    return (globalThis as { ran?: boolean }).ran === true
  }, code)

test('the window has the web preferences we say it has', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const all = contents.getLastWebPreferences()
    const names = [
      'sandbox',
      'contextIsolation',
      'nodeIntegration',
      'webSecurity',
      'webviewTag',
      'spellcheck'
    ]
    const more = ['allowRunningInsecureContent', 'experimentalFeatures', 'nodeIntegrationInWorker']
    return Object.fromEntries([...names, ...more].map(name => [name, all[name]]))
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false
  })
})

test('the page sees the calls of the contract and nothing of Node or Electron', async () => {
  const seen = await app.page.evaluate(() => ({
    goldset: Object.keys((globalThis as unknown as { goldset: object }).goldset).sort(),
    node: ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer'].filter(
      name => name in globalThis
    )
  }))
  expect(seen).toEqual({ goldset: ['call', 'on', 'pathOf'], node: [] })
})

test('inline script, eval, string timers and blob workers do not run', async () => {
  const inline = await tryInPage('globalThis.ran = true')
  const rest = await app.page.evaluate(async () => {
    const attempt = (work: () => unknown): string => {
      try {
        work()
        return 'ran'
      } catch (error) {
        return (error as Error).name
      }
    }
    // The page's own realm, where the policy holds; the tool that drives this test is exempt in its own.
    const worker = await new Promise(resolve => {
      const blob = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))
      try {
        const made = new Worker(blob)
        made.onmessage = () => resolve('ran')
        made.onerror = () => resolve('refused')
      } catch {
        resolve('refused')
      }
      setTimeout(() => resolve('silent'), 2_000)
    })
    const holder = document.createElement('div')
    holder.innerHTML = '<img src=x onerror="globalThis.ran = true"><svg onload="globalThis.ran = true"></svg>'
    document.body.append(holder)
    await new Promise(resolve => setTimeout(resolve, 200))
    holder.remove()
    return {
      eval: attempt(() => (0, eval)('1')),
      function: attempt(() => (Function as (code: string) => unknown)('return 1')),
      worker,
      handlers: (globalThis as { ran?: boolean }).ran === true
    }
  })
  expect({ inline, ...rest }).toEqual({
    inline: false,
    eval: 'EvalError',
    function: 'EvalError',
    worker: 'refused',
    handlers: false
  })
})

test('the window shows files of the project and reads none', async () => {
  const result = await app.page.evaluate(async () => {
    const read = (address: string) =>
      // eslint-disable-next-line no-restricted-globals -- That it is refused is what is tried.
      fetch(address).then(
        async answer => (await answer.text()).length > 0,
        () => 'refused'
      )
    return {
      own: await read('goldset://app/index.html'),
      data: await read('goldset-data://media/data/plain.txt'),
      sound: await read('goldset-data://sound/data/plain.txt')
    }
  })
  expect(result).toEqual({ own: true, data: 'refused', sound: 'refused' })
})

test('the window goes nowhere: links, location, frames, window.open and webviews are refused', async () => {
  const targets = [
    'https://example.org/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'goldset-data://media/data/page.html'
  ]
  const more = ['data:text/html,<h1>x', 'javascript:void(globalThis.ran=true)']
  const result = await app.page.evaluate(
    async addresses => {
      const wait = () => new Promise(resolve => setTimeout(resolve, 60))
      const opened = []
      for (const address of addresses) {
        try {
          if (window.open(address) !== null) opened.push(address)
        } catch {
          // Refused outright.
        }
        const link = document.createElement('a')
        link.href = address
        document.body.append(link)
        link.click()
        link.remove()
        location.href = address
        await wait()
      }
      const frame = document.createElement('iframe')
      frame.src = 'goldset-data://media/data/page.html'
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.org/')
      document.body.append(frame, webview)
      await wait()
      const inside = 'escaped' in globalThis
      frame.remove()
      webview.remove()
      return { opened, inside, ran: (globalThis as { ran?: boolean }).ran === true }
    },
    [...targets, ...more]
  )
  const windows = await app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  expect({ ...result, at: app.page.url(), windows }).toEqual({
    opened: [],
    inside: false,
    ran: false,
    at: 'goldset://app/index.html',
    windows: 1
  })
})

test('an empty page, which Chromium loads without asking, is replaced by our own at once', async () => {
  await app.page.evaluate(() => {
    location.href = 'about:blank'
  })
  await app.page.waitForURL('goldset://app/index.html')
  await app.page.getByText('One').first().waitFor()
})

test('no request leaves the page, and no file is read by address', async () => {
  const reached = await app.page.evaluate(async () => {
    const addresses = [
      'https://example.org/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'ws://example.org/'
    ]
    const reached: string[] = []
    const ask = globalThis['fetch' as keyof typeof globalThis] as typeof window.fetch
    for (const address of addresses)
      await ask(address).then(
        () => reached.push(address),
        () => {}
      )
    for (const address of ['https://example.org/x.png', 'file:///etc/hostname.png'])
      await new Promise<void>(resolve => {
        const image = new Image()
        image.onload = () => (reached.push(address), resolve())
        image.onerror = () => resolve()
        image.src = address
      })
    if (navigator.sendBeacon('https://example.org/', 'x')) reached.push('beacon')
    return reached
  })
  // A refused beacon may still be queued; main cancels it, and the network lane watches the wire.
  expect(reached.filter(address => address !== 'beacon')).toEqual([])
  const asked = await app.electron.evaluate(async ({ net }) => {
    const outcome = await net.fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused'
    )
    return outcome
  })
  expect(asked).toBe('refused')
})

test('no permission is given', async () => {
  const given = await app.page.evaluate(async () => {
    const attempts: [string, () => Promise<unknown>][] = [
      ['camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
      ['microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
      ['screen', () => navigator.mediaDevices.getDisplayMedia()],
      [
        'place',
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
      ],
      ['clipboard', () => navigator.clipboard.readText()],
      [
        'notification',
        async () => (await Notification.requestPermission()) === 'granted' || Promise.reject(new Error())
      ]
    ]
    const given: string[] = []
    for (const [name, attempt] of attempts) {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 2_000))
      await Promise.race([attempt(), late]).then(
        () => given.push(name),
        () => {}
      )
    }
    return given
  })
  expect(given).toEqual([])
})

test('a call from a frame, or with a name or input of its own, is refused', async () => {
  const answers = await app.page.evaluate(async () => {
    const { goldset } = globalThis as unknown as {
      goldset: {
        call(name: string, input: unknown): Promise<unknown>
        on(name: string, f: () => void): unknown
      }
    }
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'answered',
        (error: Error) => error.message
      )
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inFrame = 'goldset' in (frame.contentWindow ?? {})
    frame.remove()
    return [
      inFrame,
      await outcome(goldset.call('file.read', { path: '/etc/passwd' })),
      await outcome(goldset.call('__proto__', {})),
      await outcome(goldset.call('queue.rows', { positions: ['0'] })),
      await outcome(Promise.resolve().then(() => goldset.on('anything', () => {})))
    ]
  })
  expect(answers).toEqual([
    false,
    'There is no call named "file.read".',
    'There is no call named "__proto__".',
    expect.stringContaining('"queue.rows" refused its input. /positions/0: This must be an integer.'),
    'There is no event named "anything".'
  ])
})

test.each([
  ['the media protocol', 'goldset-data://media/', 'data/plain.txt', 'inside'],
  ['the protocol of the page', 'goldset://app/', 'index.html', '<!doctype html>']
])('no variant of a path reads anything else through %s', async (_what, under, plain, begins) => {
  const variants = [...traversalVariants(), 'data/link.txt', 'data/links/secret.txt', 'data/links/']
  // From main, where no content policy stands before the protocol's own rules.
  const read = await app.electron.evaluate(
    async ({ net }, asked) => {
      const leaked: string[] = []
      for (let at = 0; at < asked.variants.length; at += 50)
        await Promise.all(
          asked.variants.slice(at, at + 50).map(async path => {
            const text = await net.fetch(`${asked.under}${path}`).then(
              async answer => (answer.ok ? await answer.text() : ''),
              () => ''
            )
            if (text !== '') leaked.push(path)
          })
        )
      const control = await net.fetch(`${asked.under}${asked.plain}`).then(async answer => answer.text())
      return { leaked, control }
    },
    { under, plain, variants }
  )
  expect({ enough: variants.length >= 10_000, ...read }).toEqual({
    enough: true,
    leaked: [],
    control: expect.stringMatching(new RegExp(`^${begins}`))
  })
})

interface Bridge {
  call(name: string, input: unknown): Promise<{ ok?: boolean; kind?: string }>
  pathOf(file: File): string
}

test('the page can preview, open, make and import nothing by naming its path', async () => {
  const folder = join(person.home, 'proj')
  const elsewhere = join(person.home, 'elsewhere')
  await writeProject(elsewhere, { texts: ['Secret'] })
  await writeFile(join(person.home, 'outside/table.csv'), 'id,text\n1,Secret\n')
  const outside = [
    '/etc/passwd',
    '/etc',
    join(person.home, 'secret.txt'),
    join(person.home, 'outside'),
    join(person.home, 'outside/table.csv'),
    join(person.home, 'proj-secret/secret.txt'),
    `${folder}/../outside/table.csv`,
    `${folder}/data/link.txt`,
    `${folder}/data/links/table.csv`,
    elsewhere,
    person.home,
    '/'
  ]
  const before = (await readdir(person.home)).sort()
  const { succeeded, inside } = await app.page.evaluate(
    async ({ outside, folder, home }) => {
      const { goldset } = globalThis as unknown as { goldset: Bridge }
      const succeeded: string[] = []
      const attempt = async (name: string, input: object) => {
        const answer = await goldset.call(name, input).catch(() => ({ ok: false }))
        if (answer.ok === true || ('kind' in answer && answer.kind !== 'nothing'))
          succeeded.push(`${name} ${JSON.stringify(input)}`)
      }
      const made = { name: 'New', template: 'entities', columns: { text: 'text' } }
      for (const path of outside) {
        // A file that a script makes has a name and no path.
        goldset.pathOf(new File(['x'], path))
        await attempt('path.inspect', { paths: [path] })
        await attempt('path.inspect', { paths: [`${folder}/data/words.jsonl`, path] })
        await attempt('project.open', { folder: path })
        await attempt('project.create', { ...made, folder: `${folder}/made`, paths: [path] })
        await attempt('project.create', { ...made, folder: path, paths: [`${folder}/data/words.jsonl`] })
        await attempt('project.create', {
          ...made,
          folder: `${path}/made`,
          paths: [`${folder}/data/words.jsonl`]
        })
        for (const dryRun of [true, false]) await attempt('import.run', { path, format: 'doccano', dryRun })
        await attempt('export.run', { format: 'doccano', status: 'all', out: path })
      }
      await attempt('export.run', { format: 'doccano', status: 'all', out: home })
      const inside = await goldset.call('path.inspect', { paths: [`${folder}/data/words.jsonl`] })
      return { succeeded, inside: inside.kind }
    },
    { outside, folder, home: person.home }
  )
  expect({ succeeded, inside, left: (await readdir(person.home)).sort() }).toEqual({
    succeeded: [],
    inside: 'data',
    left: before
  })
})
