import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { type Furniture, type PrintProgress, renderPdf } from './index.ts'

const furniture: Furniture = {
  title: 'Child in need plan',
  subtitle: null,
  reference: 'LA 000123',
  authority: 'Northmarsh County Council',
  printedAt: '22 November 2026, 18:04',
  printedFor: 'Rowan Ashbrigg',
  lang: 'en',
}
const template = '#import "/kith.typ": *\n== What we want\n#paragraphs(data.words)\n'

test('a print is a tagged PDF with its language and title', async () => {
  const words = 'Home is calm at bedtime.'
  const pdf = Buffer.from(await renderPdf(template, { furniture, words })).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('StructTreeRoot')
  expect(pdf).toContain('pdfuaid')
})

test('words that look like markup are printed, not run', async () => {
  const words = '#panic("run") = not a heading $x$ <label> @ref ]]'
  expect((await renderPdf(template, { furniture, words })).length).toBeGreaterThan(1000)
})

test('a template that screen readers could not follow is refused, and the next print is made', async () => {
  await expect(renderPdf(`${template}#figure(rect())`, { furniture, words: '' })).rejects.toThrow()
  expect((await renderPdf(template, { furniture, words: '' })).length).toBeGreaterThan(1000)
})

test('a print of sixty pages leaves the thread that answers requests free', async () => {
  await renderPdf(template, { furniture, words: '' })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const words = Array.from({ length: 2500 }, (_, index) => `Line ${index}: seen at home, calm and busy.`)
  const told: PrintProgress[] = []
  const pdf = await renderPdf(template, { furniture, words: words.join('\n') }, one => told.push(one))
  delay.disable()
  expect(pdf.length).toBeGreaterThan(100_000)
  expect(delay.max / 1e6).toBeLessThan(250)
  expect(told).toEqual([{ stage: 'laying_out' }, { stage: 'checking', pages: expect.any(Number) }])
  const [, checking] = told
  expect(checking?.stage === 'checking' && checking.pages).toBeGreaterThan(40)
})
