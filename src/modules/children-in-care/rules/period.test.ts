import { expect, test } from 'vitest'
import { isInCare, lastDay, overlaps, type PeriodSaid, whatIsWrong } from './period.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-23')
const child = { isUnborn: false, bornOn: day('2012-02-10') }
const said = (more: Partial<PeriodSaid> = {}): PeriodSaid => ({
  startedOn: day('2026-03-02'),
  beganUnder: 'V2',
  ended: null,
  ...more,
})
const wrong = (more: Partial<PeriodSaid>, of = child) =>
  whatIsWrong(said(more), of, today).map(({ field }) => field)
const until = (on: string, why: 'E4A' | 'E17' = 'E4A') => ({ on: day(on), why })

test('a child is looked after from birth until 18, and not before anybody knows', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ startedOn: today })).toEqual([])
  expect(wrong({ startedOn: day('2026-11-24') })).toEqual(['started'])
  expect(wrong({ startedOn: day('2012-02-10') })).toEqual([])
  expect(wrong({ startedOn: day('2012-02-09') })).toEqual(['started'])
  const grown = { isUnborn: false, bornOn: day('2008-03-02') }
  expect(wrong({ startedOn: day('2026-03-01') }, grown)).toEqual([])
  expect(wrong({ startedOn: day('2026-03-02') }, grown)).toEqual(['started'])
  expect(wrong({}, { isUnborn: true, bornOn: null as never })).toEqual(['started'])
})

test('youth justice statuses are for ten and over (SSDA903 rule 358)', () => {
  const ten = { isUnborn: false, bornOn: day('2016-03-02') }
  expect(wrong({ beganUnder: 'J1' }, ten)).toEqual([])
  expect(wrong({ beganUnder: 'J1', startedOn: day('2026-03-01') }, ten)).toEqual(['under'])
})

test('it lasts a night at least, and ends at 18 at the latest', () => {
  expect(wrong({ ended: until('2026-03-03') })).toEqual([])
  expect(wrong({ ended: until('2026-03-02') })).toEqual(['ended'])
  expect(wrong({ ended: until('2026-11-24') })).toEqual(['ended'])
  const grown = { isUnborn: false, bornOn: day('2008-06-01') }
  expect(wrong({ ended: until('2026-06-01', 'E17') }, grown)).toEqual([])
  expect(wrong({ ended: until('2026-06-02') }, grown)).toEqual(['ended'])
  expect(wrong({ ended: until('2026-05-31', 'E17') }, grown)).toEqual(['why'])
})

test('two periods share a night or they do not: the next may begin on the day on which one ended', () => {
  const spring = said({ ended: until('2026-05-05') })
  expect(overlaps(spring, said({ startedOn: day('2026-05-04') }))).toBe(true)
  expect(overlaps(spring, said({ startedOn: day('2026-05-05') }))).toBe(false)
  expect(overlaps(said(), said({ startedOn: day('2026-10-01') }))).toBe(true)
  expect(overlaps(said({ startedOn: day('2026-01-01'), ended: until('2026-03-02') }), said())).toBe(false)
})

test('nobody is looked after from the 18th birthday on, though no end is recorded', () => {
  const period = { ...said(), id: 'x' as never, personId: 'y' as never, version: 1 }
  const bornOn = day('2008-06-01')
  expect(lastDay(period, bornOn)).toEqual(day('2026-06-01'))
  expect(isInCare(period, bornOn, day('2026-05-31'))).toBe(true)
  expect(isInCare(period, bornOn, day('2026-06-01'))).toBe(false)
  expect(isInCare(period, null, today)).toBe(true)
  expect(isInCare(period, null, day('2026-03-01'))).toBe(false)
})
