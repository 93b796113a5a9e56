import { openPrintQueue, type PrintWatch } from './printQueue.ts'

export type { PrintProgress, PrintWatch } from './printQueue.ts'

/** What stands on every page of a print, and makes each page tell whose it is (one print a recipient). */
export type Furniture = {
  /** Names the document, never a person. */
  readonly title: string
  readonly subtitle: string | null
  /** Of the child or document: printed on each page, so that pages mixed at a printer are noticed. */
  readonly reference: string
  readonly authority: string
  /** "22 November 2026, 18:04" */
  readonly printedAt: string
  /** Who asked for it. */
  readonly printedFor: string
  /** ISO 639: en, pl, cy ... */
  readonly lang: string
}

/** One queue, with one thread, for the process. */
const queue = openPrintQueue(new URL('./printThread.ts', import.meta.url), { mostWaiting: 40, seconds: 60 })

/**
 * Makes a tagged PDF in the look of the service, on a thread of its own.
 * @param template Typst markup that begins with `#import "/kith.typ": *` and reads `data`
 * @param data what it shows; `furniture` is on every page
 * @param watch told how far it is
 * @throws as `PrintQueue.print` says
 */
export async function renderPdf(
  template: string,
  data: Readonly<Record<string, unknown>> & { readonly furniture: Furniture },
  watch?: PrintWatch,
): Promise<Uint8Array> {
  return queue.print({ template, data: JSON.stringify(data) }, watch)
}
