import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  kai,
  lasting,
  live,
  me,
  mother,
  otherFamily,
  ria,
  sam,
  team,
} from './smallCounty.ts'
import type { World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const teams = { ...held, workerId: colleague } as const
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const opening = { actorId: me, subjectId: sam, kind: 'break_glass', ...small.open } as const
const list = { subjectId: sam, members: [me], ...lasting }
const may = (world: World, adultId = mother) =>
  [mayRead, mayAdd, mayChange].map(one =>
    one(world, me, { table: 'need', personIds: [sam], aboutId: adultId }),
  )
const all = [true, true, true]
const reads = [true, false, false]
const none = [false, false, false]

describe('a need of a parent', () => {
  test.each<[string, Partial<World>, readonly boolean[]]>([
    ['who holds the child', { allocations: [held] }, all],
    ['who holds the sister', { allocations: [{ ...held, personId: ria }] }, all],
    ['a manager of the team', { allocations: [teams], posts: [post('team_manager')] }, all],
    [
      'a lead practitioner, to know what the plan answers',
      { allocations: [{ ...held, role: 'lead_practitioner' }] },
      reads,
    ],
    ['who opened the child', { openings: [opening] }, reads],
    ['somebody on the list of the child', { restrictions: [list] }, reads],
    ['business support', { allocations: [teams], posts: [post('business_support')] }, none],
    ['a school', { involvements: [{ personId: sam, workerId: me, ...live }] }, none],
    ['who holds the adult alone', { allocations: [{ ...held, personId: mother }] }, none],
    ['nobody else', {}, none],
  ])('is read, added and changed by %s', (_name, facts, answers) => {
    expect(may(county(facts))).toEqual(answers)
  })

  test('is of an adult of the family that day', () => {
    const world = county({ allocations: [held] })
    expect(may(world, ria)).toEqual(reads)
    expect(may(world, kai)).toEqual(reads)
    const familyMembers = world.familyMembers.map(one =>
      one.personId === mother ? { ...one, endedOn: small.YESTERDAY } : one,
    )
    expect(may({ ...world, familyMembers })).toEqual(reads)
  })

  test('is not written of an adult of another family of a sister or brother, whom one does not know', () => {
    const both = { familyId: otherFamily, personId: sam, role: 'child', ...live } as const
    const familyMembers = [...county({}).familyMembers, both]
    expect(may(county({ familyMembers, allocations: [{ ...held, personId: kai }] }))).toEqual(reads)
    expect(may(county({ familyMembers, allocations: [held] }))).toEqual(all)
  })

  test('is there for nobody from whom the adult is sealed', () => {
    const world = county({ allocations: [held] })
    const sealed = { ...list, subjectId: mother }
    expect(may({ ...world, restrictions: [{ ...sealed, members: [] }] })).toEqual(none)
    expect(may({ ...world, conflicts: [{ workerId: me, personId: mother, ...lasting }] })).toEqual(none)
    expect(may({ ...world, restrictions: [sealed] })).toEqual(all)
  })

  test('is in no return', () => {
    const world = asClass(county({}), { class: 'data_quality' })
    expect(mayRead(world, me, { table: 'need', personIds: [sam] })).toBe(true)
    expect(may(world)).toEqual(none)
  })
})
