import { describe, expect, test } from 'vitest'
import * as small from './smallCounty.ts'
import { asClass, county, dutyTeam, kai, live, me, mother, ria, sam, seen, team } from './smallCounty.ts'
import type { World } from './world.ts'

const all = 'A2 B2 B2S C3 +A2 +B2'
const adult = 'A2 C3 +A2'
const held = { personId: sam, teamId: team, workerId: me, ...live } as const
const nobodys = { ...held, workerId: null } as const
const post = { workerId: me, teamId: team, areaId: null, ...live } as const

const ties: readonly [string, Partial<World>, readonly [string, string, string]][] = [
  ['nothing', {}, ['', '', '']],
  ['lead social worker', { allocations: [{ ...held, role: 'lead_social_worker' }] }, [all, all, adult]],
  ['co-worker', { allocations: [{ ...held, role: 'co_worker' }] }, [all, all, adult]],
  ['conference chair', { allocations: [{ ...held, role: 'conference_chair' }] }, [all, 'A2', 'A2 C3']],
  [
    'lead practitioner',
    { allocations: [{ ...held, role: 'lead_practitioner' }] },
    ['A2 B2S +A2', 'A2 B2S +A2', 'A2 +A2'],
  ],
  [
    'lead social worker who is a colleague',
    { allocations: [{ ...held, workerId: small.colleague, role: 'lead_social_worker' }] },
    ['', '', ''],
  ],
  ...(['team_manager', 'duty_manager'] as const).map(
    (role): [string, Partial<World>, readonly [string, string, string]] => [
      `${role} of a team that has the child and no worker`,
      { allocations: [{ ...nobodys, role: 'lead_practitioner' }], posts: [{ ...post, role }] },
      [all, all, adult],
    ],
  ),
  [
    'manager of another team',
    {
      allocations: [{ ...nobodys, role: 'co_worker' }],
      posts: [{ ...post, teamId: dutyTeam, role: 'team_manager' }],
    },
    ['', '', ''],
  ],
  [
    'business support of the team',
    { allocations: [{ ...nobodys, role: 'co_worker' }], posts: [{ ...post, role: 'business_support' }] },
    ['A2 B2S', 'A2 B2S', 'A2'],
  ],
  [
    'service leader of the area',
    {
      allocations: [{ ...nobodys, role: 'co_worker' }],
      posts: [{ ...post, teamId: null, areaId: small.area, role: 'service_leader' }],
    },
    [all, all, adult],
  ],
  [
    'service leader of no area, team of no area',
    {
      allocations: [{ ...nobodys, teamId: dutyTeam, role: 'co_worker' }],
      posts: [{ ...post, teamId: null, role: 'service_leader' }],
    },
    ['', '', ''],
  ],
  ...(['social_worker', 'senior_social_worker'] as const).map(
    (role): [string, Partial<World>, readonly [string, string, string]] => [
      `${role} of a duty team with a child in its queue`,
      {
        allocations: [{ ...nobodys, teamId: dutyTeam, role: 'queue' }],
        posts: [{ ...post, teamId: dutyTeam, role }],
      },
      [all, all, adult],
    ],
  ),
  [
    'social worker of a team without new work, child in its queue',
    { allocations: [{ ...nobodys, role: 'queue' }], posts: [{ ...post, role: 'social_worker' }] },
    ['', '', ''],
  ],
  [
    "social worker of a duty team, child a colleague's",
    {
      allocations: [{ ...nobodys, teamId: dutyTeam, role: 'co_worker' }],
      posts: [{ ...post, teamId: dutyTeam, role: 'social_worker' }],
    },
    ['', '', ''],
  ],
  [
    'mental health practitioner of a duty team, child in its queue',
    {
      allocations: [{ ...nobodys, teamId: dutyTeam, role: 'queue' }],
      posts: [{ ...post, teamId: dutyTeam, role: 'mental_health_practitioner' }],
    },
    ['', '', ''],
  ],
  ['involvement', { involvements: [{ personId: sam, workerId: me, ...live }] }, ['A2 B2S', '', '']],
  ...(['break_glass', 'duty'] as const).map(
    (kind): [string, Partial<World>, readonly [string, string, string]] => [
      `opening of kind ${kind}`,
      { openings: [{ actorId: me, subjectId: sam, kind, ...small.open }] },
      ['A2 B2 B2S +A2 +B2', 'A2 +A2', 'A2 +A2'],
    ],
  ),
  [
    'opening of kind director',
    { openings: [{ actorId: me, subjectId: sam, kind: 'director', ...small.open }] },
    ['A2 B2 B2S', 'A2', 'A2'],
  ],
  [
    'reference for a person who is not restricted',
    { openings: [{ actorId: me, subjectId: sam, kind: 'reference', ...small.open }] },
    ['', '', ''],
  ],
]

describe('what a tie to Sam gives over Sam, over his sister and over their mother', () => {
  test.each(ties)('%s', (_name, facts, expected) => {
    const world = county(facts)
    expect([seen(world, sam), seen(world, ria), seen(world, mother)]).toEqual(expected)
    expect(seen(world, kai)).toBe('')
  })

  test.each(ties)('%s, of class duty off shift: the same', (_name, facts, expected) => {
    const world = asClass(county(facts), { class: 'duty' })
    expect([seen(world, sam), seen(world, ria), seen(world, mother)]).toEqual(expected)
  })

  test.each(ties)('%s, held by an administrator or by one who has left: nothing', (_name, facts) => {
    const world = county(facts)
    expect(seen(asClass(world, { class: 'administrator' }), sam)).toBe('')
    expect(seen(asClass(world, { leftAt: small.NOW }), sam)).toBe('')
  })
})

test('a director with a case reads it in full and writes nothing', () => {
  const world = asClass(county({ allocations: [{ ...held, role: 'lead_social_worker' }] }), {
    class: 'director',
  })
  expect(seen(world, sam)).toBe('A2 B2 B2S C3')
})

test('a worker who leaves later still works today', () => {
  const world = county({ allocations: [{ ...held, role: 'lead_social_worker' }] })
  expect(seen(asClass(world, { leftAt: small.NOW.add({ seconds: 1 }) }), sam)).toBe(all)
})

test('an allocation to an adult opens nobody else of the family', () => {
  const world = county({ allocations: [{ ...held, personId: mother, role: 'lead_social_worker' }] })
  expect([seen(world, mother), seen(world, sam)]).toEqual([all, ''])
})

test('a sibling who has left the family is no longer linked', () => {
  const allocations = [{ ...held, role: 'lead_social_worker' }] as const
  const ended = (personId: typeof sam) =>
    county({
      allocations,
      familyMembers: county({}).familyMembers.map(one =>
        one.personId === personId ? { ...one, endedOn: small.YESTERDAY } : one,
      ),
    })
  expect(seen(ended(ria), ria)).toBe('')
  expect(seen(ended(sam), ria)).toBe('')
  expect(seen(ended(sam), sam)).toBe(all)
})

test('a social worker of the front door takes from its queue too', () => {
  const teams = county({}).teams.map(one => (one.id === dutyTeam ? { ...one, kind: 'front_door' } : one))
  const allocations = [{ ...nobodys, teamId: dutyTeam, role: 'queue' }] as const
  const posts = [{ ...post, teamId: dutyTeam, role: 'social_worker' }]
  expect(seen(county({ teams, allocations, posts }), sam)).toBe(all)
})

test('a manager loses a child whose allocation to the team has ended', () => {
  const allocations = [{ ...nobodys, role: 'co_worker', endedOn: small.YESTERDAY }] as const
  expect(seen(county({ allocations, posts: [{ ...post, role: 'team_manager' }] }), sam)).toBe('')
})
