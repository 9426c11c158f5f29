import { expect, test } from 'vitest'
import type { Said } from '../project/test/recorded-project.ts'
import { dialogue } from './dialogues.ts'
import { exportedFolder } from './exported.ts'
import { outputOf } from './output-of.ts'

/** A cue as ffmpeg prints it, whole lines of text. */
interface Cue {
  readonly start: number
  readonly end: number
  readonly text: string
}

const CLOCK = /(?:(\d+):)?(\d+):(\d+)[.,](\d+) --> (?:(\d+):)?(\d+):(\d+)[.,](\d+)/

function cuesIn(output: string): readonly Cue[] {
  return output
    .replaceAll('\r', '')
    .split(/\n\n+(?=\d+\n\d|\d+:|$)/)
    .flatMap(block => {
      const lines = block.split('\n')
      const at = lines.findIndex(line => CLOCK.test(line))
      const [, ...groups] = CLOCK.exec(lines[at] ?? '') ?? []
      if (at === -1) return []
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups.map(each => Number(each ?? 0))
      const start = (a * 3600 + b * 60 + c) * 1000 + d
      const end = (e * 3600 + f * 60 + g) * 1000 + h
      const text = lines
        .slice(at + 1)
        .join('\n')
        .replace(/\n+$/, '')
      return [{ start, end, text }]
    })
}

const said: Readonly<Record<string, readonly Said[]>> = {
  'call.wav': dialogue(40, 0),
  'é 名.wav': dialogue(9, 2)
}

const milliseconds = (value: number) => Math.round(value * 1000)

test('ffmpeg reads every cue of our SRT, times and texts as they are in the project', async () => {
  const { folder } = await exportedFolder(said, 'srt')
  for (const [name, segments] of Object.entries(said)) {
    const file = `data/${name.replace('.wav', '.srt')}`
    const cues = cuesIn(
      await outputOf('ffmpeg', ['-v', 'error', '-i', file, '-c', 'copy', '-f', 'srt', '-'], folder)
    )
    expect(cues).toEqual(
      segments.map(([start, end, text, speaker]) => ({
        start: milliseconds(start),
        end: milliseconds(end),
        text: speaker === undefined ? text.replace(/^\[([^\]]*)\]: /, '[]: $&') : `[${speaker}]: ${text}`
      }))
    )
  }
})

test('ffmpeg reads every cue of our WebVTT, and decodes it to the text that was typed', async () => {
  // ffmpeg ends a voice at the first `>`, also at one that is escaped, which is its own mistake.
  const plain = Object.fromEntries(
    Object.entries(said).map(([name, all]) => [name, all.filter(each => each[3]?.includes('<') !== true)])
  )
  const { folder } = await exportedFolder(plain, 'vtt')
  for (const [name, segments] of Object.entries(plain)) {
    const file = `data/${name.replace('.wav', '.vtt')}`
    const wanted = segments.map(([start, end, text]) => ({
      start: milliseconds(start),
      end: milliseconds(end),
      text
    }))
    const copied = cuesIn(
      await outputOf('ffmpeg', ['-v', 'error', '-i', file, '-c', 'copy', '-f', 'webvtt', '-'], folder)
    )
    expect(copied.map(({ start, end }) => ({ start, end }))).toEqual(
      wanted.map(({ start, end }) => ({ start, end }))
    )
    // Its text codec writes what is left once voices and escapes are read.
    const decoded = await outputOf(
      'ffmpeg',
      ['-v', 'error', '-i', file, '-c:s', 'text', '-f', 'srt', '-'],
      folder
    )
    expect(cuesIn(decoded)).toEqual(wanted)
  }
})

test('ffprobe finds in our clips as many samples as they say they have', async () => {
  const { folder, files } = await exportedFolder(said, 'audiofolder', { audio: 'clips' })
  const clips = files.filter(file => file.endsWith('.wav')).slice(0, 12)
  const lengths: number[] = []
  for (const clip of clips) {
    const args = [
      '-v',
      'error',
      '-show_entries',
      'stream=duration_ts,sample_rate,codec_name',
      '-of',
      'csv=p=0',
      clip
    ]
    const [codec, rate, samples] = (await outputOf('ffprobe', args, folder)).trim().split(',')
    expect([codec, rate]).toEqual(['pcm_s16le', '8000'])
    lengths.push(Number(samples))
  }
  const wanted = (said['call.wav'] ?? [])
    .slice(0, 12)
    .map(([start, end]) => Math.round(end * 8000) - Math.round(start * 8000))
  expect(lengths).toEqual(wanted)
})
