import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, Events } from '../electron/api/contract.ts'
import type { Seconds } from '../labelers/kit/seconds.ts'
import { labelSet } from '../schemas/label-set.ts'
import { type App, newPerson, type Person, repository, startApp } from './app.ts'

/** Each has a click at every half second, as other programs encoded it. */
const recordings = ['cbr.mp3', 'clicks.flac', 'clicks.m4a', 'clicks.opus', 'vbr.mp3', 'vorbis.ogg']

let person: Person
let app: App

beforeAll(async () => {
  person = await newPerson()
  const folder = join(person.home, 'clicks')
  await mkdir(join(folder, 'data'), { recursive: true })
  for (const name of recordings)
    await copyFile(join(repository, 'project/audio/fixtures', name), join(folder, 'data', name))
  const project = {
    goldset: 'project/1',
    id: 'clicks',
    name: 'Clicks',
    schemaVersion: 1,
    fields: [{ id: 'audio', kind: 'audio' }],
    sources: [{ path: 'data', format: 'audio-files' }],
    tasks: [
      {
        id: 'mood',
        title: 'Mood',
        labeler: 'choice',
        labelerVersion: 1,
        field: 'audio',
        config: { labels: labelSet(['Good', 'Bad']), multiple: false }
      }
    ]
  }
  await writeFile(join(folder, 'goldset.json'), JSON.stringify(project))
  app = await startApp(person, { args: [folder] })
  await app.page.getByText('Mood').first().waitFor()
})
afterAll(async () => {
  await app.close()
  await person.leave()
})

test.each(recordings)('%s is read to its end, and its clicks are where they were recorded', async name => {
  const found = await app.page.evaluate(
    async ({ name, position }) => {
      const client = (window as unknown as { goldset: Client }).goldset
      await client.call('item.open', { position })
      const sound = 1000 + position
      const ended = new Promise<Events['sound.state']['state']>(resolve =>
        client.on('sound.state', news => {
          if (news.sound === sound && /ready|broken/.test(news.state.state)) resolve(news.state)
        })
      )
      await client.call('sound.open', { sound, path: `data/${name}` })
      const state = await ended
      const clicks: number[] = []
      for (let half = 1; half < 12; half++) {
        // A millisecond each.
        const [from, to] = [half / 2 - 0.05, half / 2 + 0.05] as Seconds[]
        const { values } = await client.call('sound.peaks', { sound, from: from!, to: to!, columns: 100 })
        clicks.push(values.findIndex((value, at) => at % 2 === 1 && value > 45) / 2)
      }
      await client.call('sound.close', { sound })
      return { state, clicks: clicks.map(column => Math.round(column - 50)).filter(off => Math.abs(off) > 2) }
    },
    { name, position: recordings.indexOf(name) }
  )
  expect(found).toEqual({
    state: { state: 'ready', head: { sampleRate: expect.any(Number), channels: 1, duration: 6 } },
    clicks: []
  })
})

test.each(recordings)('%s plays from the moment it is sought to', async name => {
  const played = await app.page.evaluate(async name => {
    const audio = new Audio(`goldset-data://sound/data/${name}`)
    audio.muted = true
    const happened = (event: string) =>
      new Promise<void>((resolve, reject) => {
        audio.addEventListener(event, () => resolve(), { once: true })
        audio.addEventListener('error', () => reject(new Error(audio.error?.message)), { once: true })
      })
    await happened('loadedmetadata')
    const sought = happened('seeked')
    audio.currentTime = 3.25
    await sought
    const at = audio.currentTime
    await audio.play()
    await happened('timeupdate')
    audio.pause()
    return { duration: Math.round(audio.duration * 100) / 100, at, moved: audio.currentTime >= at }
  }, name)
  expect(played).toEqual({ duration: name === 'clicks.opus' ? 6.01 : 6, at: 3.25, moved: true })
})
