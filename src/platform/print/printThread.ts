import { parentPort } from 'node:worker_threads'
import { compilePdf, type Print } from './compilePdf.ts'

/** What the thread answers. */
export type Printed = { readonly pdf: Uint8Array } | { readonly wrong: string }

/** The thread that prints: one print after another, each answered once. */
parentPort?.on('message', (print: Print) => {
  const printed = tried(print)
  const own = 'pdf' in printed && printed.pdf.buffer instanceof ArrayBuffer ? [printed.pdf.buffer] : []
  parentPort?.postMessage(printed, own)
})

function tried(print: Print): Printed {
  try {
    // A copy: what the compiler hands out is memory of its own, which cannot change threads.
    return { pdf: Uint8Array.from(compilePdf(print)) }
  } catch (error) {
    return { wrong: String((error as Error).message ?? error) }
  }
}
