import { parentPort } from 'node:worker_threads'
import { Sounds } from '../../../project/audio/sounds.ts'
import { diskFiles } from '../../../project/disk-files.ts'
import type { FromThread, ToThread } from './messages.ts'

/* The thread that reads recordings: a bundle of its own, so that main neither loads nor runs a decoder. */

const main = parentPort
if (main === null) throw new Error('This is started as a thread.')
const say = (message: FromThread) => main.postMessage(message)
const sounds = new Sounds(diskFiles(), (sound, state) => say({ sound, state }))

main.on('message', (message: ToThread) => {
  switch (message.do) {
    case 'open':
      return sounds.open(...message.with)
    case 'close':
      return sounds.close(...message.with)
    case 'peaks':
      return reply(message.asking, sounds.peaks(...message.with))
    case 'samples':
      return reply(message.asking, sounds.samples(...message.with))
    case 'speech':
      return reply(message.asking, sounds.speech(...message.with))
  }
})

function reply(asking: number, answering: Promise<Extract<FromThread, { answer: unknown }>['answer']>): void {
  answering.then(
    answer => say({ asking, answer }),
    (error: unknown) => say({ asking, failed: error instanceof Error ? error.message : String(error) })
  )
}
