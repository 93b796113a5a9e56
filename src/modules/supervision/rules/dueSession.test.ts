import { expect, test } from 'vitest'
import { dueSession } from './dueSession.ts'
import { daysBetween, readFrequencyLines } from './frequency.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const frequency = readFrequencyLines(
  { roles: 'social_worker\nteam_manager | 6', early: '6 | 1\n26 | 2', partTime: 'no' },
  4,
)
const worker = { role: 'social_worker', fte: 1, earlySince: null }
const today = day('2026-06-01')

test('is monthly for most, and as its own role says for others', () => {
  expect(daysBetween(frequency, worker, today)).toBe(28)
  expect(daysBetween(frequency, { ...worker, role: 'team_manager' }, today)).toBe(42)
})

test('is weekly for six weeks of an early career, fortnightly to six months, then monthly', () => {
  const since = day('2026-01-05')
  const after = (weeks: number) =>
    daysBetween(frequency, { ...worker, earlySince: since }, since.add({ weeks }))
  expect([0, 5, 6, 25, 26, 40].map(after)).toEqual([7, 7, 14, 14, 28, 28])
})

test('is no less often for part-time workers, unless the authority says so', () => {
  expect(daysBetween(frequency, { ...worker, fte: 0.5 }, today)).toBe(28)
  const proRata = { ...frequency, isProRata: true }
  expect(daysBetween(proRata, { ...worker, fte: 0.5 }, today)).toBe(56)
  expect(daysBetween(proRata, { ...worker, fte: 0 }, today)).toBe(28)
})

test('days away are added, and only those after the last session', () => {
  const last = day('2026-05-01')
  expect(dueSession(last, 28, [], today)).toEqual({ state: 'due', on: day('2026-05-29'), pausedDays: 0 })
  const leave = { from: day('2026-05-04'), until: day('2026-05-10') }
  expect(dueSession(last, 28, [leave], today)).toMatchObject({ on: day('2026-06-05'), pausedDays: 7 })
  const before = { from: day('2026-04-20'), until: day('2026-05-02') }
  expect(dueSession(last, 28, [before], today)).toMatchObject({ on: day('2026-05-30'), pausedDays: 1 })
  const afterDue = { from: day('2026-06-01'), until: day('2026-06-20') }
  expect(dueSession(last, 28, [afterDue], today)).toMatchObject({ on: day('2026-05-29'), pausedDays: 0 })
})

test('nothing is due while somebody is away without a known end', () => {
  const away = { from: day('2026-05-10'), until: null }
  expect(dueSession(day('2026-05-01'), 28, [away], today)).toEqual({
    state: 'away',
    since: day('2026-05-10'),
  })
})
