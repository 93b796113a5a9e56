import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { changeWords } from './changeWords.ts'

const merge = { mergedId: makeUuid(), survivorId: makeUuid() }
const words = (column: string, before: unknown) =>
  changeWords(merge, { column, before }, 'the record that was merged')

test.each([
  ['person_id', merge.mergedId, 'Recorded of the record that was merged'],
  ['person_id', merge.survivorId, 'Stays with the merged record'],
  ['referral_id', makeUuid(), 'Goes on under the referral that stays open: it was under the one that closed'],
  ['mother_id', makeUuid(), 'Mother: was another record'],
  ['decided_by', null, 'Decided by: was not recorded'],
  ['ended_on', '2026-05-04', 'Ended on: was 4 May 2026'],
  ['decided_at', '2026-05-04T10:30:00+00:00', 'Decided: was 4 May 2026 at 11:30am'],
  ['is_main', true, 'Main name: was yes'],
  ['sex', 'F', 'Sex: was Female'],
  ['ethnicity', 'WBRI', 'Ethnicity: was White British'],
  ['closure_reason', null, 'Reason for closing: was not recorded'],
  ['religion', 'none_stated', 'Religion: was none stated'],
])('a change of %s is told in words', (column, before, told) => {
  expect(words(column, before)).toBe(told)
})

test('no change prints an id', () => {
  for (const column of ['referral_id', 'assessment_id', 'decided_by', 'anything_id'])
    expect(words(column, makeUuid())).not.toMatch(/[0-9a-f]{8}-/)
})
