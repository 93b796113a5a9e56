import { layout } from './layout.ts'
import { type Print, renderPdf as render } from './renderPdf.ts'

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

/**
 * Makes a tagged PDF in the look of the service.
 * @param template Typst markup that begins with `#import "/kith.typ": *` and reads `data`
 * @param data what it shows; `furniture` is on every page
 */
export function renderPdf(
  template: string,
  data: Readonly<Record<string, unknown>> & { readonly furniture: Furniture },
): Uint8Array {
  return render({ template, data } satisfies Print, layout)
}
