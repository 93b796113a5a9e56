import { expect, test } from 'vitest'
import { isReReferral } from './reReferral.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2026-11-22', ['2025-11-22'], true], // the same day of the year before: the last that counts
  ['2026-11-22', ['2025-11-21'], false],
  ['2026-11-22', ['2026-11-21'], true],
  ['2026-11-22', ['2026-11-22'], false], // siblings of one contact, or the referral itself
  ['2026-11-22', ['2026-11-23'], false],
  ['2026-11-22', [], false],
  ['2026-11-22', ['2019-01-01', '2026-01-05'], true],
  ['2025-02-28', ['2024-02-29'], true], // twelve months from 29 February end on the 28th
  ['2025-03-01', ['2024-02-29'], false],
] as const)('received on %s after %j: %s', (received, earlier, expected) => {
  expect(isReReferral(day(received), earlier.map(day))).toBe(expected)
})
