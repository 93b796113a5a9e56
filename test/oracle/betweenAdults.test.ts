import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  family,
  kai,
  lasting,
  live,
  me,
  mother,
  ria,
  sam,
  team,
} from './smallCounty.ts'
import type { Row, World } from './world.ts'

const father = idOf(1, 'person', 9)
const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const teams = { ...held, workerId: colleague } as const
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const opening = { actorId: me, subjectId: sam, kind: 'break_glass', ...small.open } as const
const list = { subjectId: sam, members: [me], ...lasting }
const withFather = (facts: Partial<World>): World => {
  const world = county(facts)
  const familyMembers = [
    ...world.familyMembers,
    { familyId: family, personId: father, role: 'adult', ...live } as const,
  ]
  return {
    ...world,
    familyMembers,
    people: [
      ...world.people,
      { id: father, createdBy: null, createdAt: small.NOW.subtract({ hours: 9999 }) },
    ],
  }
}
const may = (world: World, row: Row) => [mayRead, mayAdd, mayChange].map(one => one(world, me, row))
const all = [true, true, true]
const reads = [true, false, false]
const none = [false, false, false]
const opinion: Row = {
  table: 'adult_relationship_quality',
  personIds: [sam],
  aboutId: mother,
  alsoAboutId: father,
}
const pregnancy: Row = { table: 'pregnancy_end', personIds: [sam], aboutId: mother }

describe.each([
  ['an opinion of two adults', opinion],
  ['a pregnancy that ended', pregnancy],
])('%s', (_name, row) => {
  test.each<[string, Partial<World>, readonly boolean[]]>([
    ['who holds the child', { allocations: [held] }, all],
    ['who holds the sister', { allocations: [{ ...held, personId: ria }] }, all],
    ['a manager of the team', { allocations: [teams], posts: [post('team_manager')] }, all],
    ['who opened the child', { openings: [opening] }, reads],
    ['somebody on the list of the child', { restrictions: [list] }, reads],
    ['a lead practitioner', { allocations: [{ ...held, role: 'lead_practitioner' }] }, none],
    ['business support', { allocations: [teams], posts: [post('business_support')] }, none],
    ['a school', { involvements: [{ personId: sam, workerId: me, ...live }] }, none],
    ['who holds the adult alone', { allocations: [{ ...held, personId: mother }] }, none],
    ['nobody else', {}, none],
  ])('is read, added and changed by %s', (_who, facts, answers) => {
    expect(may(withFather(facts), row)).toEqual(answers)
  })

  test('is added of adults of the family that day, and ended of one who has left it', () => {
    const world = withFather({ allocations: [held] })
    expect(may(world, { ...row, aboutId: ria })).toEqual([true, false, true])
    expect(may(world, { ...row, aboutId: kai })).toEqual([true, false, true])
    const familyMembers = world.familyMembers.map(one =>
      one.personId === mother ? { ...one, endedOn: small.YESTERDAY } : one,
    )
    expect(may({ ...world, familyMembers }, row)).toEqual([true, false, true])
  })

  test('is there for nobody from whom the adult is sealed, and in no return', () => {
    const world = withFather({ allocations: [held] })
    const sealed = { ...list, subjectId: mother }
    expect(may({ ...world, restrictions: [{ ...sealed, members: [] }] }, row)).toEqual(none)
    expect(may({ ...world, conflicts: [{ workerId: me, personId: mother, ...lasting }] }, row)).toEqual(none)
    expect(may({ ...world, restrictions: [sealed] }, row)).toEqual(all)
    expect(may(asClass(world, { class: 'data_quality' }), row)).toEqual(none)
  })
})

test('an opinion of two adults is there for nobody from whom the second is sealed', () => {
  const world = withFather({ allocations: [held] })
  const sealed = { ...list, subjectId: father, members: [] }
  expect(may({ ...world, restrictions: [sealed] }, opinion)).toEqual(none)
  expect(may({ ...world, restrictions: [sealed] }, pregnancy)).toEqual(all)
  expect(may(world, { ...opinion, alsoAboutId: kai })).toEqual([true, false, true])
})

describe('whether twins are identical', () => {
  const row: Row = { table: 'twin_likeness', personIds: [sam, ria] }

  test('is read with the record of both and written by who holds both', () => {
    expect(may(county({ allocations: [held] }), row)).toEqual(all)
    expect(may(county({ openings: [opening] }), row)).toEqual(none)
    expect(may(county({ openings: [opening, { ...opening, subjectId: ria }] }), row)).toEqual(reads)
    const chaired = { ...held, role: 'conference_chair' } as const
    expect(may(county({ allocations: [chaired] }), row)).toEqual(none)
    expect(
      may(county({ allocations: [held], openings: [{ ...opening, subjectId: kai }] }), {
        ...row,
        personIds: [sam, kai],
      }),
    ).toEqual(reads)
  })

  test('is there for nobody from whom one of them is sealed, and in no return', () => {
    const world = county({ allocations: [held] })
    expect(may({ ...world, restrictions: [{ ...list, subjectId: ria, members: [] }] }, row)).toEqual(none)
    expect(may(asClass(world, { class: 'data_quality' }), row)).toEqual(none)
  })
})
