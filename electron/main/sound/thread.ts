import { availableParallelism } from 'node:os'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { BinsElsewhere, type BinsWanted } from '../../../project/audio/bins-elsewhere.ts'
import { Sounds } from '../../../project/audio/sounds.ts'
import { diskFiles } from '../../../project/disk-files.ts'
import { AacElsewhere } from './aac-elsewhere.ts'
import { type FromHelper, HELPER, helper } from './helper.ts'
import type { FromThread, ToThread } from './messages.ts'

/* The thread that reads recordings: a bundle of its own, so that main neither loads nor runs a decoder. */

if (parentPort === null) throw new Error('This is started as a thread.')
if (workerData === HELPER) help(parentPort)
else serve(parentPort)

function serve(main: MessagePort): void {
  const say = (message: FromThread) => main.postMessage(message)
  const elsewhere = availableParallelism() > 1 ? helper(__filename) : undefined
  const aac = new AacElsewhere((job, packets) => say({ job, aac: packets }))
  const sounds = new Sounds(
    diskFiles(),
    (sound, state) => say({ sound, state }),
    elsewhere,
    packets => aac.decode(packets)
  )
  const reply = (asking: number, answering: Promise<Extract<FromThread, { answer: unknown }>['answer']>) =>
    void answering.then(
      answer => say({ asking, answer }),
      (error: unknown) => say({ asking, failed: wordsOf(error) })
    )
  main.on('message', (message: ToThread) => {
    switch (message.do) {
      case 'open':
        return sounds.open(...message.with)
      case 'decoded':
        return aac.decoded(message.job, message.samples)
      case 'close':
        return sounds.close(...message.with)
      case 'peaks':
        return reply(message.asking, sounds.peaks(...message.with))
      case 'samples':
        return reply(message.asking, sounds.samples(...message.with))
      case 'speech':
        return reply(message.asking, sounds.speech(...message.with))
      case 'wavSize':
        return reply(message.asking, sounds.wavSize(...message.with))
      case 'wavBytes':
        return reply(message.asking, sounds.wavBytes(...message.with))
    }
  })
}

function help(other: MessagePort): void {
  const bins = new BinsElsewhere(diskFiles())
  const say = (message: FromHelper) => other.postMessage(message)
  other.on('message', (wanted: BinsWanted) => {
    void bins.make(wanted).then(
      part => say({ part }),
      (error: unknown) => say({ failed: wordsOf(error) })
    )
  })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
