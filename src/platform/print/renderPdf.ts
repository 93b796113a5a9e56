import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** What a print is made of. */
export type Print = {
  /** Typst markup, beginning with `#import "/kith.typ": *`. Data never goes into it. */
  readonly template: string
  /** What the template shows: `json(bytes(sys.inputs.data))` in Typst. Texts are printed as they are, whatever they hold. */
  readonly data: unknown
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** One compiler for the process: it keeps the typefaces and what it compiled before. */
let compiler: NodeCompiler | undefined

/**
 * Makes a tagged PDF (PDF/UA-1: the compiler itself refuses what screen readers could not follow).
 * @returns the file
 * @throws when the template is wrong, which is a bug and never the data's fault
 */
export function renderPdf(print: Print, layout: string): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: [fonts] }] })
  const mainFileContent = print.template.replace('#import "/kith.typ": *', () => layout)
  const pdf = compiler.pdf(
    { mainFileContent, inputs: { data: JSON.stringify(print.data) } },
    { pdfStandard: 'ua-1' },
  )
  compiler.evictCache(10)
  return pdf
}
