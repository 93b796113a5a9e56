import { describe, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import {
  type Draft,
  draftAttributes,
  draftBanner,
  draftConflict,
  draftFields,
  recordChanged,
} from './index.ts'

const draft: Draft = {
  form: 'visit',
  recordKey: 'a-1',
  fields: { text: 'Seen' },
  version: 3,
  baseVersion: '7',
  page: '/visits/new',
  startedAt: Temporal.Instant.from('2026-11-20T17:52:00Z'),
  savedAt: Temporal.Instant.from('2026-11-20T18:10:00Z'),
}
const keys = { csrf: 'token', submission: makeUuid() }

describe('the banner of a draft', () => {
  it.each([
    ['2026-11-20T18:10:30Z', 'just now'],
    ['2026-11-20T18:11:00Z', '1 minute ago'],
    ['2026-11-20T20:10:00Z', '2 hours ago'],
    ['2026-11-22T18:10:00Z', '2 days ago'],
  ])('at %s says that it was saved %s', (now, age) => {
    const banner = draftBanner(draft, {
      keys,
      continuePath: '/visits/new?draft=open',
      afterDiscard: '/visits/new',
      now: Temporal.Instant.from(now),
    })
    const written = String(banner)
    expect(written).toContain('You began this 20 November 2026 at 5:52pm')
    expect(written).toContain(age)
    expect(written).toContain('action="/drafts/visit/a-1/discard"')
    expect(written).toContain('href="/visits/new?draft=open"')
  })
})

describe('a form with a draft', () => {
  it('tells where the draft is saved and what it was filled from', () => {
    expect(String(draftAttributes(draft))).toContain('data-draft-url="/drafts/visit/a-1"')
    const written = String(draftFields({ form: 'visit', recordKey: 'a-1', page: '/visits/new', draft }))
    expect(written).toContain('name="_draft_version" value="3"')
    expect(written).toContain('name="_draft_base" value="7"')
  })

  it('knows whether the record changed after typing began', () => {
    expect(recordChanged(draft, '7')).toBe(false)
    expect(recordChanged(draft, '8')).toBe(true)
    expect(recordChanged({ baseVersion: null }, '8')).toBe(false)
  })
})

describe('two texts of one draft', () => {
  it('are both shown where they differ, escaped, and not where they agree', () => {
    const differences = [
      { label: 'What was said', yours: '<b>mine</b>', other: 'theirs' },
      { label: 'Where', yours: 'Home', other: 'Home' },
    ]
    const written = String(draftConflict({ between: 'tabs', differences }))
    expect(written).toContain('&lt;b&gt;mine&lt;/b&gt;')
    expect(written).toContain('theirs')
    expect(written).not.toContain('Where')
    expect(String(draftConflict({ between: 'record', differences: differences.slice(1) }))).toBe('')
  })
})
