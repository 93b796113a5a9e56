import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { layout } from './layout.ts'

/** What a print is made of, as it is handed from thread to thread. */
export type Print = {
  /** Typst markup, beginning with `#import "/kith.typ": *`. Data never goes into it. */
  readonly template: string
  /** JSON of what the template shows: `json(bytes(sys.inputs.data))` in Typst. Texts are printed as they are, whatever they hold. */
  readonly data: string
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** Of a print as long as this, hundreds of megabytes would be kept for a second one that hardly ever comes. */
const LONG = 100_000

/** One compiler for the thread: it keeps the typefaces and what it compiled before. */
let compiler: NodeCompiler | undefined

/**
 * Makes a tagged PDF (PDF/UA-1: the compiler itself refuses what screen readers could not follow). It holds its thread until it
 * is done, about a second for sixty pages: the service asks a thread of its own for it.
 * @param laidOut told how many pages there are, before they are checked and written
 * @throws when the template is wrong, which is a bug and never the data's fault
 */
export function compilePdf({ template, data }: Print, laidOut?: (pages: number) => void): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: [fonts] }] })
  const mainFileContent = template.replace('#import "/kith.typ": *', () => layout)
  const source = { mainFileContent, inputs: { data } }
  const document = compiler.compile(source).result
  if (document !== null) laidOut?.(document.numOfPages)
  // What could not be laid out is asked for again, because only this way of asking throws what is wrong with it.
  const pdf = compiler.pdf(document ?? source, { pdfStandard: 'ua-1' })
  compiler.evictCache(data.length > LONG ? 0 : 10)
  return pdf
}
