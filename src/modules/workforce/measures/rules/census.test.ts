import { expect, test } from 'vitest'
import { type Counted, censusYear, yearOf, yearOfWorkforce } from './census.ts'

const day = Temporal.PlainDate.from
const today = day('2026-11-22')
const post = (
  workerId: string,
  from: string,
  to: string | null = null,
  more: Partial<Counted> = {},
): Counted => ({
  workerId,
  role: 'social_worker',
  employment: 'permanent',
  fte: 1,
  isRegistered: true,
  startedOn: day(from),
  endedOn: to === null ? null : day(to),
  ...more,
})
const counted = (posts: readonly Counted[], year = 2026, vacant = 0) =>
  yearOfWorkforce(posts, censusYear(year, today), vacant)

test('a year runs from 1 October to 30 September, or to today', () => {
  expect(yearOf(day('2026-09-30'))).toBe(2026)
  expect(yearOf(day('2026-10-01'))).toBe(2027)
  expect(censusYear(2027, today)).toMatchObject({ to: today, isOver: false })
  expect(censusYear(2026, today)).toMatchObject({
    from: day('2025-10-01'),
    to: day('2026-09-30'),
    isOver: true,
  })
})

test('those in post at the end are those of the year before, with who came and without who left', () => {
  const posts = [
    post('stays', '2020-01-01'),
    post('came', '2026-09-30'),
    post('left', '2020-01-01', '2026-09-29'),
    post('leaves at the end', '2020-01-01', '2026-09-30'),
    post('came and left', '2026-01-01', '2026-02-01'),
  ]
  const [before, now] = [counted(posts, 2025), counted(posts)]
  expect(before.inPost.headcount + now.starters.headcount - now.leavers.headcount).toBe(now.inPost.headcount)
  expect(now).toMatchObject({
    inPost: { headcount: 3 },
    starters: { headcount: 2 },
    leavers: { headcount: 2 },
  })
  expect(now.turnover).toBe(66.7)
  expect(counted(posts, 2027).leavers.headcount).toBe(1)
})

test('moving between posts is neither coming nor leaving; two posts are one person', () => {
  const posts = [
    post('moves', '2020-01-01', '2026-03-31', { fte: 0.5 }),
    post('moves', '2026-04-01', null, { fte: 0.5 }),
    post('moves', '2026-05-01', null, { fte: 0.5, role: 'team_manager' }),
  ]
  expect(counted(posts)).toMatchObject({
    inPost: { headcount: 1, fte: 1 },
    starters: { headcount: 0 },
    leavers: { headcount: 0 },
    turnover: 0,
  })
})

test('agency workers are counted apart, students and other disciplines not at all', () => {
  const posts = [
    post('own', '2020-01-01', null, { fte: 0.8 }),
    post('agency', '2026-01-01', null, { employment: 'agency', fte: 0.2 }),
    post('student', '2026-01-01', null, { employment: 'student' }),
    post('nurse', '2020-01-01', null, { role: 'mental_health_practitioner' }),
    post('unregistered manager', '2020-01-01', null, { role: 'team_manager', isRegistered: false }),
  ]
  expect(counted(posts, 2026, 0.2)).toMatchObject({
    inPost: { headcount: 1, fte: 0.8 },
    agency: { headcount: 1, fte: 0.2 },
    starters: { headcount: 0 },
    agencyShare: 20,
    vacancyRate: 20,
  })
})

test('has no rate where nobody is in post', () => {
  expect(counted([])).toMatchObject({ turnover: null, agencyShare: null, vacancyRate: null })
})

test('the rates are those that the Department for Education published for England in 2023 from the same amounts', () => {
  const found = counted(
    [
      post('in post', '2020-01-01', null, { fte: 33_119.1 }),
      post('left', '2020-01-01', '2023-05-31', { fte: 5_254.6 }),
      post('agency', '2022-01-01', null, { fte: 7_173.5, employment: 'agency' }),
    ],
    2023,
    7_722.7,
  )
  expect(found).toMatchObject({ turnover: 15.9, agencyShare: 17.8, vacancyRate: 18.9 })
})
