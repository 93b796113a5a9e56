import { expect, test } from 'vitest'
import { describeAge, isChildOn, type Lifetime, yearsOld } from './describeAge.ts'
import { displayName, type Nameable } from './displayName.ts'
import { describePartialDate, lastDayOf } from './partialDate.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-02-28')
const life = (born: string | null, more: Partial<Lifetime> = {}): Lifetime => ({
  isUnborn: false,
  dateOfBirth: born === null ? null : day(born),
  dateOfBirthPrecision: 'day',
  expectedDeliveryOn: null,
  diedOn: null,
  ...more,
})
const unnamed: Nameable = {
  name: null,
  isUnborn: false,
  isChild: true,
  expectedDeliveryOn: null,
  laChildId: '12345',
  age: '7 years',
}

test('calls a person by name, else by number and age', () => {
  expect(displayName({ ...unnamed, name: { given: 'Posy', family: null } })).toBe('Posy')
  expect(displayName(unnamed)).toBe('Child 12345, 7 years')
  expect(displayName({ ...unnamed, laChildId: null, isChild: null })).toBe('Person, 7 years')
  const unborn = { ...unnamed, isUnborn: true, expectedDeliveryOn: day('2026-05-04') }
  expect(displayName(unborn)).toBe('Unborn child, due 4 May 2026')
})

test('says an age no more exactly than it is known', () => {
  expect(describeAge(life('2019-02-20'), today)).toBe('7 years')
  expect(describeAge(life('2019-01-01', { dateOfBirthPrecision: 'year' }), today)).toBe('about 7 years')
  expect(describeAge(life(null), today)).toBe('age not known')
  expect(describeAge(life(null, { isUnborn: true, expectedDeliveryOn: day('2026-05-04') }), today)).toBe(
    'due 4 May 2026',
  )
  expect(describeAge(life('2019-02-20', { diedOn: day('2021-02-19') }), today)).toBe('died aged 23 months')
})

test('a child born on 29 February turns 18 on 1 March', () => {
  expect(yearsOld(day('2008-02-29'), today)).toBe(17)
  expect([today, day('2026-03-01')].map(on => isChildOn(life('2008-02-29'), on))).toEqual([true, false])
})

test('a partial date ends with its month or year', () => {
  const month = { date: day('2016-02-01'), precision: 'month' as const }
  expect([describePartialDate(month), lastDayOf(month).toString()]).toEqual(['February 2016', '2016-02-29'])
  const year = { date: day('2016-01-01'), precision: 'year' as const }
  expect([describePartialDate(year), lastDayOf(year).toString()]).toEqual(['2016', '2016-12-31'])
})
