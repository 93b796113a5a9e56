import { expect, test } from 'vitest'
import { effectOf } from './effect.ts'
import { totalOn } from './totals.ts'
import { standingOn } from './vacancy.ts'

const day = Temporal.PlainDate.from
const held = (fte: number, from: string, to: string | null = null) => ({
  fte,
  startedOn: day(from),
  endedOn: to === null ? null : day(to),
})
const place = (fte: number, ...holders: ReturnType<typeof held>[]) => ({
  fte,
  openedOn: day('2026-01-01'),
  closedOn: null,
  holders,
})
const standing = (of: ReturnType<typeof place>, on: string) => {
  const { vacantSince, ...rest } = standingOn(of, day(on))
  return { ...rest, vacantSince: vacantSince?.toString() ?? null }
}

test('a post that nobody has filled is vacant from its first day, which counts as one', () => {
  expect(standing(place(1), '2026-01-01')).toEqual({
    filled: 0,
    vacant: 1,
    above: 0,
    vacantSince: '2026-01-01',
    daysVacant: 1,
  })
})

test('is vacant from the day after its holder’s last day', () => {
  const post = place(1, held(1, '2026-01-10', '2026-02-09'))
  expect(standing(post, '2026-02-09')).toMatchObject({ vacant: 0, vacantSince: null, daysVacant: 0 })
  expect(standing(post, '2026-02-19')).toMatchObject({ vacantSince: '2026-02-10', daysVacant: 10 })
})

test('is vacant without a break while only a part of it is filled', () => {
  const post = place(1, held(1, '2026-01-01', '2026-03-31'), held(0.4, '2026-05-01'))
  expect(standing(post, '2026-05-02')).toMatchObject({ vacant: 0.6, vacantSince: '2026-04-01' })
})

test('is full while two share it, and above itself while they overlap', () => {
  const post = place(
    1,
    held(0.5, '2026-01-01'),
    held(0.5, '2026-01-01'),
    held(0.5, '2026-06-01', '2026-06-30'),
  )
  expect(standing(post, '2026-05-01')).toMatchObject({ filled: 1, vacant: 0, above: 0 })
  expect(standing(post, '2026-06-15')).toMatchObject({ filled: 1.5, vacant: 0, above: 0.5 })
})

test('what is above one post’s own FTE fills no other', () => {
  const posts = [place(0.5, held(1, '2026-01-01')), place(1)].map(one => ({
    ...one,
    discipline: 'social_work' as const,
  }))
  expect(totalOn(posts, day('2026-02-01'))).toEqual({ established: 1.5, filled: 0.5, vacant: 1 })
})

test('a vacancy leaves the team incomplete only while nobody else has its discipline', () => {
  const post = { teamId: 'a', teamKind: 'family_safeguarding', discipline: 'mental_health' as const }
  const other = { teamId: 'a', discipline: 'mental_health' as const }
  expect(effectOf(post, { vacant: 1 }, [])).toBe('The team has nobody for mental health: it is incomplete')
  expect(effectOf(post, { vacant: 1 }, [{ ...other, teamId: 'b' }])).toContain('incomplete')
  expect(effectOf(post, { vacant: 1 }, [other])).toBe('Others of the team do mental health')
  expect(effectOf(post, { vacant: 0 }, [])).toBeNull()
})
