import { describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { mayAdd, mayChange } from './oracle.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  dutyTeam,
  family,
  kai,
  live,
  me,
  mother,
  otherFamily,
  ria,
  sam,
  team,
} from './smallCounty.ts'
import type { Row, World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live } as const
const teams = { ...held, workerId: colleague } as const
const post = { workerId: me, teamId: team, areaId: null, ...live } as const
const manages = { ...post, role: 'team_manager' } as const
const elsewhere = { ...manages, teamId: dutyTeam } as const
const breakGlass = { actorId: me, subjectId: sam, kind: 'break_glass', ...small.open } as const
const list = { subjectId: sam, ...small.lasting, members: [me] }
const made = (id: Uuid) => [
  ...county({}).people.filter(one => one.id !== id),
  { id, createdBy: me, createdAt: small.NOW },
]
const both = (world: World, row: Row) => [mayAdd(world, me, row), mayChange(world, me, row)]

describe('an allocation', () => {
  const given: Row = { table: 'allocation', personIds: [sam], role: 'co_worker', workerId: me }
  const queued: Row = { ...given, role: 'queue', workerId: null }

  test.each<[string, Partial<World>, boolean]>([
    ['the holder', { allocations: [held] }, false],
    ['a manager of the team', { allocations: [teams], posts: [manages] }, true],
    [
      'a duty manager of the team',
      { allocations: [teams], posts: [{ ...manages, role: 'duty_manager' }] },
      true,
    ],
    [
      'the service leader',
      {
        allocations: [teams],
        posts: [{ ...post, teamId: null, areaId: small.area, role: 'service_leader' }],
      },
      true,
    ],
    [
      'a manager of the team no more',
      { allocations: [teams], posts: [{ ...manages, endedOn: small.YESTERDAY }] },
      false,
    ],
    ['a manager elsewhere who holds the child', { allocations: [held], posts: [elsewhere] }, false],
    [
      'a manager elsewhere who holds the sister',
      { allocations: [{ ...held, personId: ria }], posts: [elsewhere] },
      false,
    ],
    ['a manager elsewhere who broke the glass', { openings: [breakGlass], posts: [elsewhere] }, false],
    ['a manager elsewhere who made the record', { people: made(sam), posts: [elsewhere] }, true],
    ['a manager elsewhere on the list', { restrictions: [list], posts: [elsewhere] }, true],
    ['a manager elsewhere', { allocations: [teams], posts: [elsewhere] }, false],
    [
      'a social worker of the queue who manages nobody',
      {
        allocations: [{ ...held, teamId: dutyTeam, role: 'queue', workerId: null }],
        posts: [{ ...post, teamId: dutyTeam, role: 'social_worker' }],
      },
      false,
    ],
    [
      'a manager of another team who works in the queue',
      {
        allocations: [{ ...held, teamId: dutyTeam, role: 'queue', workerId: null }],
        posts: [{ ...post, teamId: dutyTeam, role: 'social_worker' }, manages],
      },
      true,
    ],
  ])('is given and ended by %s: %s', (_name, facts, allowed) => {
    expect(both(county(facts), given)).toEqual([allowed, allowed])
    expect(both(county(facts), queued)).toEqual([allowed, allowed])
  })

  test('is given by a manager to the sister of a child of the team', () => {
    const world = county({ allocations: [teams], posts: [manages] })
    expect(both(world, { ...given, personIds: [ria] })).toEqual([true, true])
  })

  test('of a queue is added by whoever made the record, of either class, and not changed', () => {
    for (const kind of ['practitioner', 'duty', 'director'] as const) {
      const world = asClass(county({ people: made(sam) }), { class: kind })
      expect(both(world, queued)).toEqual([kind !== 'director', false])
      expect(both(world, given)).toEqual([false, false])
    }
  })

  test('of a queue is not added by whoever made the record of a person since restricted', () => {
    const world = county({ people: made(sam), restrictions: [{ ...list, members: [colleague] }] })
    expect(both(world, queued)).toEqual([false, false])
  })

  test('is given by no director, though they manage the team', () => {
    const world = asClass(county({ allocations: [teams], posts: [manages] }), { class: 'director' })
    expect(both(world, given)).toEqual([false, false])
  })
})

describe('an involvement', () => {
  const named: Row = { table: 'involvement', personIds: [sam], workerId: colleague }
  const nobodys: Row = { ...named, workerId: null }

  test.each<[string, Partial<World>, boolean, boolean]>([
    ['the holder', { allocations: [held] }, true, true],
    ['a lead practitioner', { allocations: [{ ...held, role: 'lead_practitioner' }] }, false, true],
    ['whoever broke the glass', { openings: [breakGlass] }, false, true],
    ['whoever made the record', { people: made(sam) }, true, true],
    ['somebody on the list', { restrictions: [list] }, true, true],
    [
      'somebody let in by a reference',
      { restrictions: [{ ...list, members: [] }], openings: [{ ...breakGlass, kind: 'reference' }] },
      false,
      true,
    ],
    ['whoever is involved', { involvements: [{ personId: sam, workerId: me, ...live }] }, false, false],
  ])('of %s: with a worker %s, without %s', (_name, facts, withWorker, without) => {
    expect(both(county(facts), named)).toEqual([withWorker, withWorker])
    expect(both(county(facts), nobodys)).toEqual([without, without])
  })
})

describe('a family member', () => {
  const joins = (personId: Uuid, familyId = family, role = 'child'): Row => ({
    table: 'family_member',
    personIds: [personId],
    familyId,
    role,
  })
  const answers = (facts: Partial<World>, row: Row) => both(county(facts), row)
  const kais = { ...held, personId: kai } as const

  test('is put in, moved and ended by whoever holds both ends', () => {
    expect(answers({ allocations: [held, kais] }, joins(kai))).toEqual([true, true])
    expect(answers({ allocations: [held, kais] }, joins(sam, otherFamily))).toEqual([true, true])
    expect(answers({ allocations: [held] }, joins(sam))).toEqual([true, true])
  })

  test('is not put in by whoever holds one end', () => {
    expect(answers({ allocations: [kais] }, joins(kai))).toEqual([false, false])
    expect(answers({ allocations: [held] }, joins(kai))).toEqual([false, false])
  })

  test('is put into a family by whoever made the record of them and holds or made the family', () => {
    expect(answers({ allocations: [held], people: made(kai) }, joins(kai))).toEqual([true, true])
    const madeAll = county({}).people.map(one => ({ ...one, createdBy: me, createdAt: small.NOW }))
    expect(answers({ people: madeAll }, joins(kai))).toEqual([true, true])
    expect(answers({ people: madeAll, allocations: [held] }, joins(kai))).toEqual([true, true])
  })

  test('is the first of a family by whoever made the record', () => {
    const familyMembers = county({}).familyMembers.filter(one => one.personId !== kai)
    expect(answers({ familyMembers, people: made(kai) }, joins(kai, otherFamily))[0]).toBe(true)
    expect(answers({ familyMembers }, joins(kai, otherFamily))[0]).toBe(false)
  })

  test('is not put in, at either end, by an opening', () => {
    expect(
      answers({ allocations: [held], openings: [{ ...breakGlass, subjectId: kai }] }, joins(kai)),
    ).toEqual([false, false])
    expect(answers({ allocations: [kais], openings: [breakGlass] }, joins(kai))).toEqual([false, false])
  })

  test('as a child takes B2 of the person, as an adult identity', () => {
    const facts = {
      allocations: [
        { ...held, personId: ria, role: 'lead_practitioner' },
        { ...kais, role: 'lead_practitioner' },
      ],
    } as const
    expect(answers(facts, joins(kai))).toEqual([false, false])
    expect(answers(facts, joins(kai, family, 'adult'))).toEqual([true, true])
  })

  test('who left long ago still counts, and somebody restricted does not', () => {
    const left = county({}).familyMembers.map(one =>
      one.personId === mother ? { ...one, endedOn: small.YESTERDAY } : one,
    )
    const facts = { allocations: [held, kais], familyMembers: left }
    expect(answers(facts, joins(kai))).toEqual([false, false])
    const hidden = { ...list, subjectId: mother }
    expect(answers({ ...facts, restrictions: [{ ...hidden, members: [] }] }, joins(kai))).toEqual([
      true,
      true,
    ])
    expect(answers({ ...facts, restrictions: [hidden] }, joins(kai))).toEqual([true, true])
  })
})

test('a household takes a member by identity alone', () => {
  const row = { table: 'household_member', personIds: [sam] }
  expect(both(county({ openings: [breakGlass] }), row)).toEqual([true, true])
  expect(both(county({}), row)).toEqual([false, false])
})

test('a relationship to somebody who may not be looked up is not written', () => {
  const row = { table: 'relationship', personIds: [sam, kai] }
  expect(both(county({ allocations: [held] }), row)).toEqual([false, false])
  const onShift = county({ allocations: [held], shifts: [{ workerId: me, ...small.lasting }] })
  expect(both(asClass(onShift, { class: 'duty' }), row)).toEqual([true, true])
})
