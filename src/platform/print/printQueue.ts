import { Worker } from 'node:worker_threads'
import { KithError } from '../errors/index.ts'
import type { Print } from './compilePdf.ts'
import type { LaidOut, Printed } from './printThread.ts'

/** How far a print is: behind so many others, being laid out, or laid out and being checked and written. */
export type PrintProgress =
  | { readonly stage: 'waiting'; readonly ahead: number }
  | { readonly stage: 'laying_out' }
  | { readonly stage: 'checking'; readonly pages: number }

/** Told each time that a print gets further. */
export type PrintWatch = (progress: PrintProgress) => void

/** Prints one thing after another away from the thread that answers requests. */
export type PrintQueue = {
  /**
   * @throws KithError KITH_PRINT_BUSY when too many wait, KITH_PRINT_FAILED when it takes too long or the thread dies;
   *   an Error when the template is wrong
   */
  print(print: Print, watch?: PrintWatch): Promise<Uint8Array>
  /** Ends the thread; whoever waits is refused. */
  end(): Promise<void>
}

export type PrintLimits = {
  /** Prints that may wait beside the one that is made. */
  readonly mostWaiting: number
  /** After which a print is given up. */
  readonly seconds: number
}

type Job = {
  readonly print: Print
  readonly watch: PrintWatch | undefined
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

const failed = (sentence: string): KithError => new KithError('KITH_PRINT_FAILED', { sentence })

/**
 * Opens a queue of prints. Its thread is started by the first print, stays warm, never keeps the process from ending, and is
 * started anew after it died or was ended for taking too long.
 * @param thread the script of the thread
 */
export function openPrintQueue(thread: URL, { mostWaiting, seconds }: PrintLimits): PrintQueue {
  const waiting: Job[] = []
  let current: Job | null = null
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  const settle = (then: (job: Job) => void): void => {
    const job = current
    current = null
    clearTimeout(timer)
    if (job !== null) then(job)
    next()
  }
  /** A thread that is in the midst of a print stops only when that is done: it is left to itself and another begun. */
  const giveUp = (old: Worker, why: string): void => {
    if (worker !== old) return
    worker = null
    void old.terminate()
    settle(job => job.reject(failed(why)))
  }
  const begin = (): Worker => {
    // Nothing of the service's settings, which hold its keys, goes to the thread.
    const begun = new Worker(thread, { env: {}, execArgv: [] })
    begun.on('message', (printed: Printed | LaidOut) => {
      if (worker !== begun) return
      if ('pages' in printed) return current?.watch?.({ stage: 'checking', pages: printed.pages })
      begun.unref()
      settle(job => ('pdf' in printed ? job.resolve(printed.pdf) : job.reject(new Error(printed.wrong))))
    })
    begun.on('error', error => giveUp(begun, `The thread that prints failed: ${String(error)}`))
    begun.on('exit', () => giveUp(begun, 'The thread that prints ended before it was done'))
    return begun
  }
  const next = (): void => {
    const job = current === null ? waiting.shift() : undefined
    if (job !== undefined) start(job)
    for (const [index, one] of waiting.entries()) one.watch?.({ stage: 'waiting', ahead: index + 1 })
  }
  const start = (job: Job): void => {
    current = job
    job.watch?.({ stage: 'laying_out' })
    worker ??= begin()
    const used = worker
    used.ref()
    timer = setTimeout(() => giveUp(used, `A print was not done in ${seconds} seconds`), seconds * 1000)
    used.postMessage(job.print)
  }
  return {
    print: (print, watch) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) return reject(new KithError('KITH_PRINT_BUSY'))
        queueBySize(waiting, { print, watch, resolve, reject })
        next()
      }),
    end: async () => {
      const old = worker
      worker = null
      for (const job of waiting.splice(0)) job.reject(failed('The service is ending'))
      settle(job => job.reject(failed('The service is ending')))
      await old?.terminate()
    },
  }
}

/** Short prints first: a letter does not wait for another's chronology. */
function queueBySize(waiting: Job[], job: Job): void {
  const place = waiting.findIndex(one => one.print.data.length > job.print.data.length)
  waiting.splice(place === -1 ? waiting.length : place, 0, job)
}
