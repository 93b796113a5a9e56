import { describe, expect, test } from 'vitest'
import { structure } from '../../conformance/structure.ts'
import { clockBadge } from './clockBadge.ts'
import { denseTable } from './denseTable.ts'
import { draftStatus } from './draftStatus.ts'
import { knownAtBanner } from './knownAtBanner.ts'

const lines = (html: unknown): string[] => structure(String(html)).map(line => line.trim())

describe('clockBadge', () => {
  test('says its state in words, and the rule behind it', () => {
    expect(
      lines(clockBadge({ state: 'overdue', text: 'visit due 4 May 2026', rule: 'Every <b>10</b> days' })),
    ).toEqual([
      '<span class="kith-clock kith-clock--overdue">',
      'Overdue: visit due 4 May 2026',
      '<span class="kith-clock__rule">',
      'Every <b>10</b> days',
    ])
  })
})

describe('denseTable', () => {
  test('repeats headings for phones, and can be scrolled by keyboard', () => {
    const shown = lines(
      denseTable({
        caption: 'Your children',
        head: [{ text: 'Child' }, { text: 'Next visit' }],
        rows: [[{ text: 'Sam Example' }, { text: '<b>today</b>', attributes: { id: 'x' } }]],
        firstCellIsHeader: true,
      }),
    )
    expect(shown[0]).toBe('<div aria-label="Your children" class="kith-scroll" role="region" tabindex="0">')
    expect(shown).toContain('<th class="govuk-table__header" data-label="Child" scope="row">')
    expect(shown).toContain('<td class="govuk-table__cell" data-label="Next visit" id="x">')
    expect(shown).toContain('<b>today</b>')
  })
})

describe('draftStatus', () => {
  test('is a polite live region, which says when a reopened draft was saved', () => {
    expect(String(draftStatus())).toBe('<p class="kith-draft-status" role="status" data-draft-status></p>')
    expect(String(draftStatus(Temporal.Instant.from('2026-07-01T09:05:00Z')))).toContain(
      '>Draft saved 1 July 2026 at 10:05am<',
    )
  })
})

describe('knownAtBanner', () => {
  test('says which moment is shown, by the clock of England', () => {
    const shown = lines(
      knownAtBanner({
        knownAt: Temporal.Instant.from('2026-07-01T11:00:00Z'),
        presentPath: '/people/1?a="b"',
      }),
    )
    expect(shown[1]).toContain('as it was known on 1 July 2026 at midday.')
    expect(shown).toContain('<a class="govuk-link" href="/people/1?a=\\"b\\"">')
  })
})
