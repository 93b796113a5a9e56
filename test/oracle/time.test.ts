import { describe, expect, test } from 'vitest'
import * as small from './smallCounty.ts'
import { county, live, me, NOW, sam, seen, TODAY, TOMORROW, team, YESTERDAY } from './smallCounty.ts'
import type { Dated } from './world.ts'

const dates: readonly [string, Dated, boolean][] = [
  ['from today', { startedOn: TODAY, endedOn: null }, true],
  ['from tomorrow', { startedOn: TOMORROW, endedOn: null }, false],
  ['to today', { startedOn: YESTERDAY, endedOn: TODAY }, true],
  ['to yesterday', { startedOn: YESTERDAY, endedOn: YESTERDAY }, false],
  ['today only', { startedOn: TODAY, endedOn: TODAY }, true],
]
const role = 'lead_social_worker'

describe('a dated fact counts from the start of its first day to the end of its last', () => {
  test.each(dates)('%s', (_name, dated, counts) => {
    const allocation = { personId: sam, teamId: team, workerId: me, role, ...dated } as const
    const unheld = { personId: sam, teamId: team, workerId: null, role, ...live } as const
    const post = { workerId: me, teamId: team, areaId: null, role: 'team_manager', ...dated }
    expect(seen(county({ allocations: [allocation] }), sam) !== '').toBe(counts)
    expect(seen(county({ allocations: [unheld], posts: [post] }), sam) !== '').toBe(counts)
    expect(seen(county({ involvements: [{ personId: sam, workerId: me, ...dated }] }), sam) !== '').toBe(
      counts,
    )
  })

  test('the day is that of London: on a summer night it turns an hour before UTC does', () => {
    const allocation = {
      personId: sam,
      teamId: team,
      workerId: me,
      role,
      startedOn: YESTERDAY,
      endedOn: TODAY,
    } as const
    const at = (now: string) => county({ now: Temporal.Instant.from(now), allocations: [allocation] })
    expect(seen(at('2026-06-17T22:59:59Z'), sam)).not.toBe('')
    expect(seen(at('2026-06-17T23:00:00Z'), sam)).toBe('')
  })
})

const second = { seconds: 1 }
const spans: readonly [string, Temporal.Instant, Temporal.Instant, boolean][] = [
  ['opens this instant', NOW, NOW.add(second), true],
  ['opens in a second', NOW.add(second), NOW.add({ hours: 1 }), false],
  ['ends in a second', NOW.subtract(second), NOW.add(second), true],
  ['ends this instant', NOW.subtract(second), NOW, false],
]

describe('an instant span counts from its first instant and not at its last', () => {
  test.each(spans)('%s', (_name, startsAt, endsAt, counts) => {
    const opening = { actorId: me, subjectId: sam, kind: 'break_glass', openedAt: startsAt, endsAt } as const
    expect(seen(county({ openings: [opening] }), sam) !== '').toBe(counts)

    const onShift = small.asClass(county({ shifts: [{ workerId: me, startsAt, endsAt }] }), { class: 'duty' })
    expect(seen(onShift, sam)).toBe(counts ? 'A2' : '')

    const restrictions = [{ subjectId: sam, startsAt, endsAt, members: [] }]
    const allocations = [{ personId: sam, teamId: team, workerId: me, role, ...live }] as const
    expect(seen(county({ allocations, restrictions }), sam) === '').toBe(counts)

    const referred = county({
      restrictions: [{ subjectId: sam, ...small.lasting, members: [] }],
      openings: [{ ...opening, kind: 'reference' }],
    })
    expect(seen(referred, sam)).toBe(counts ? 'A2 B2 B2S +A2 +B2' : '')
  })
})

describe('whoever made the record of a person has seven days', () => {
  const made = (createdAt: Temporal.Instant) => county({ people: [{ id: sam, createdBy: me, createdAt }] })
  const week = { hours: 168 }

  test('from the instant it was made to the same instant a week later', () => {
    expect(seen(made(NOW), sam)).toBe('A2 B2 B2S +A2 +B2')
    expect(seen(made(NOW.subtract(week).add(second)), sam)).toBe('A2 B2 B2S +A2 +B2')
    expect(seen(made(NOW.subtract(week)), sam)).toBe('')
    expect(seen(made(NOW.add(second)), sam)).toBe('')
  })

  test('and nobody else has', () => {
    expect(seen(made(NOW), sam, small.colleague)).toBe('')
  })
})
