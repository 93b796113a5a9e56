import { expect, test } from 'vitest'
import { englandAndWales, withBankHolidays } from '#reference'
import { readBy } from './readBy.ts'

const end = (day: string) =>
  Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime('Europe/London')
    .toInstant()
    .subtract({ microseconds: 1 })

test.each([
  ['in the night of a weekday', '2026-07-01T23:30:00Z', '2026-07-03'],
  ['in the morning', '2026-07-01T07:00:00Z', '2026-07-02'],
  ['on a Friday evening', '2026-07-03T20:00:00Z', '2026-07-06'],
  ['on a Sunday', '2026-07-05T12:00:00Z', '2026-07-06'],
  ['before the bank holidays of Christmas 2026', '2026-12-24T18:00:00Z', '2026-12-29'],
])('a notice that came %s is to be read by the end of the next working day', (_, told, day) =>
  expect(readBy(Temporal.Instant.from(told))).toEqual(end(day)),
)

test('a bank holiday that was added moves it on, and an authority may give longer', () => {
  const calendars = withBankHolidays(englandAndWales, [
    { date: Temporal.PlainDate.from('2026-07-02'), name: 'Invented holiday' },
  ])
  const told = Temporal.Instant.from('2026-07-01T07:00:00Z')
  expect(readBy(told, calendars)).toEqual(end('2026-07-03'))
  expect(readBy(told, englandAndWales, 2)).toEqual(end('2026-07-03'))
})
