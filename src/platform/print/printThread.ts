import { parentPort } from 'node:worker_threads'
import { compilePdf, type Print } from './compilePdf.ts'

/** What the thread answers in the end. */
export type Printed = { readonly pdf: Uint8Array } | { readonly wrong: string }

/** What it says on the way: so many pages are laid out, and are checked and written now. */
export type LaidOut = { readonly pages: number }

/** The thread that prints: one print after another, each answered once in the end. */
parentPort?.on('message', (print: Print) => {
  const printed = tried(print)
  const own = 'pdf' in printed && printed.pdf.buffer instanceof ArrayBuffer ? [printed.pdf.buffer] : []
  parentPort?.postMessage(printed, own)
})

function tried(print: Print): Printed {
  try {
    // A copy: what the compiler hands out is memory of its own, which cannot change threads.
    return {
      pdf: Uint8Array.from(compilePdf(print, pages => parentPort?.postMessage({ pages } satisfies LaidOut))),
    }
  } catch (error) {
    return { wrong: String((error as Error).message ?? error) }
  }
}
