import { Worker } from 'node:worker_threads'
import type { BinsPart } from '../../../project/audio/bins.ts'
import type { BinsWanted } from '../../../project/audio/bins-elsewhere.ts'

/** What a helping thread is started with, so that it knows it is one. */
export const HELPER = 'helps to read recordings'
/** A thread without work costs memory: it ends after so many milliseconds. */
const IDLE = 10_000

export type FromHelper = { readonly part: BinsPart } | { readonly failed: string }

/** A second thread for long recordings that must be decoded. It is started when it is first needed and ends when it is not. */
export function helper(script: string): (wanted: BinsWanted) => Promise<BinsPart> {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const start = () => {
    const started = new Worker(script, { workerData: HELPER })
    started.unref()
    started.on('exit', () => (worker = worker === started ? undefined : worker))
    return started
  }
  const ask = (wanted: BinsWanted) =>
    new Promise<BinsPart>((resolve, reject) => {
      clearTimeout(idle)
      const asked = (worker ??= start())
      const settle = () => {
        asked.removeAllListeners('message').removeAllListeners('error')
        asked.off('exit', ended)
        idle = setTimeout(() => void asked.terminate(), IDLE).unref()
      }
      const ended = () => {
        settle()
        reject(new Error('The helping thread ended.'))
      }
      asked.once('message', (answer: FromHelper) => {
        settle()
        if ('part' in answer) resolve(answer.part)
        else reject(new Error(answer.failed))
      })
      asked.once('error', error => {
        settle()
        reject(error)
      })
      asked.once('exit', ended)
      asked.postMessage(wanted)
    })
  return wanted => {
    const answer = turn.then(() => ask(wanted))
    turn = answer.catch(() => undefined)
    return answer
  }
}
