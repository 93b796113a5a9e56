import { expect, test } from 'vitest'
import { type Furniture, renderPdf } from './index.ts'

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

test('a print is a tagged PDF with its language and title', () => {
  const pdf = Buffer.from(renderPdf(template, { furniture, words: 'Home is calm at bedtime.' })).toString(
    'latin1',
  )
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('StructTreeRoot')
  expect(pdf).toContain('pdfuaid')
})

test('words that look like markup are printed, not run', () => {
  const words = '#panic("run") = not a heading $x$ <label> @ref ]]'
  expect(renderPdf(template, { furniture, words }).length).toBeGreaterThan(1000)
})

test('a template that screen readers could not follow is refused', () => {
  expect(() => renderPdf(`${template}#figure(rect())`, { furniture, words: '' })).toThrow()
})
