import { expect, test } from 'vitest'
import { readApart } from '#platform/files'
import { renderPdf } from '#platform/print'
import type { CopyContent } from '../rules/copyContent.ts'
import { pictureNames } from '../rules/pictures.ts'
import { packTemplate, printed } from './copyPack.ts'

const content = (more: Partial<CopyContent>): CopyContent => ({
  version: 1,
  kind: 'protection_plan',
  title: 'Your plan',
  meeting: { kind: 'initial', at: '2026-12-01T10:00:00Z', minutes: 90, how: 'in_person', place: null },
  parts: [],
  planLines: [],
  whoToRing: { name: 'Somebody', role: 'Exampleshire', telephone: '01632 960000' },
  lang: 'en',
  style: 'plain',
  ...more,
})

async function print(of: CopyContent) {
  const furniture = {
    title: of.title,
    subtitle: null,
    reference: 'ABCD1234-00ff00ff',
    authority: 'Exampleshire',
    printedAt: '22 November 2026',
    printedFor: 'Ebba Madeup',
    lang: 'en',
  }
  const bytes = await renderPdf(packTemplate, { furniture, forWhom: 'For Ebba Madeup', ...printed(of) })
  const { words, pages } = await readApart('application/pdf', bytes)
  return { words, seen: pages?.seen ?? '', sides: (pages?.seen.match(/page \d+ of \d+/g) ?? []).length }
}

test('a plan of fourteen lines stands on one side: what is asked, what is promised, by when, whom to ring', async () => {
  const planLines = Array.from({ length: 14 }, (_, at) => ({
    number: at + 1,
    what: `Do the thing that we agreed on, which is number ${at + 1}`,
    who: 'Rowan Madeup',
    byWhen: '2026-12-24',
    whose: at % 2 === 0 ? ('asked_of_you' as const) : ('promised_to_you' as const),
  }))
  const { seen, sides } = await print(content({ planLines }))
  expect(sides).toBe(1)
  for (const words of ['What is asked of me', 'What was promised to me', '24 December 2026', '01632 960000'])
    expect(seen.replaceAll(/\s+/g, ' ')).toContain(words)
})

test('Easy Read prints each sentence with its picture, a translation beside its original, and whose it is on each page', async () => {
  const pairs = pictureNames.map(picture => ({ picture, words: `Short words with ${picture}.` }))
  const translation = { heading: 'Po polsku', words: 'Krótkie słowa' }
  const part = { number: 1, heading: 'For you', words: 'Longer words', source: null, translation, pairs }
  const { words } = await print(content({ parts: [part], style: 'easy_read', lang: 'pl' }))
  for (const one of ['Short words with home.', 'Krótkie słowa', 'ABCD1234-00ff00ff', 'Ebba Madeup'])
    expect(words.replaceAll(/\s+/g, ' ')).toContain(one)
  expect(words).not.toContain('Longer words')
})
