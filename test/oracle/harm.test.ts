import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import {
  asClass,
  colleague,
  county,
  kai,
  lasting,
  live,
  me,
  mother,
  open,
  ria,
  sam,
  team,
} from './smallCounty.ts'
import type { Row, World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const teams = { ...held, workerId: colleague } as const
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const opening = { actorId: me, subjectId: sam, kind: 'break_glass', ...open } as const
const list = { subjectId: sam, members: [me], ...lasting }
const may = (world: World, row: Omit<Row, 'table'>, table = 'harm_link') =>
  [mayRead, mayAdd, mayChange].map(one => one(world, me, { table, ...row }))
const all = [true, true, true]
const none = [false, false, false]

const suspect = { personIds: [sam], role: 'adult', aboutId: mother }
const nameless = { personIds: [sam], role: 'adult' }

describe('an adult who is a risk', () => {
  test.each<[string, Partial<World>, readonly boolean[]]>([
    ['who holds the child', { allocations: [held] }, all],
    ['a manager of the team', { allocations: [teams], posts: [post('team_manager')] }, all],
    ['the chair of the conference', { allocations: [{ ...held, role: 'conference_chair' }] }, all],
    ['a lead practitioner', { allocations: [{ ...held, role: 'lead_practitioner' }] }, none],
    ['who opened the child', { openings: [opening] }, none],
    ['somebody on the list of the child', { restrictions: [list] }, none],
    ['business support', { allocations: [teams], posts: [post('business_support')] }, none],
    ['a school', { involvements: [{ personId: sam, workerId: me, ...live }] }, none],
    ['who holds the adult alone', { allocations: [{ ...held, personId: mother }] }, none],
    ['nobody else', {}, none],
  ])('is named to %s', (_name, facts, answers) => {
    expect(may(county(facts), nameless)).toEqual(answers)
    expect(may(county(facts), suspect)).toEqual(answers)
  })

  test('who has a record is named to nobody who may not know of it', () => {
    const world = county({ allocations: [held] })
    expect(may(world, { ...suspect, aboutId: kai })).toEqual(none)
    expect(may({ ...world, restrictions: [{ ...list, subjectId: mother, members: [] }] }, suspect)).toEqual(
      none,
    )
  })
})

test('a tie between two children shows with both records', () => {
  const peer = { personIds: [sam, kai], role: 'peer' }
  expect(may(county({ allocations: [held] }), peer)).toEqual(none)
  expect(may(county({ allocations: [held, { ...held, personId: kai }] }), peer)).toEqual(all)
  expect(may(county({ allocations: [held] }), { personIds: [sam, ria], role: 'peer' })).toEqual(all)
})

describe('a network', () => {
  const network = { personIds: [sam] }
  test('shows through a child of it, and is changed by who writes one', () => {
    expect(may(county({ allocations: [held] }), network, 'harm_network')).toEqual(all)
    expect(may(county({ openings: [opening] }), network, 'harm_network')).toEqual(all)
    expect(may(county({ allocations: [{ ...held, personId: kai }] }), network, 'harm_network')).toEqual([
      false,
      true,
      false,
    ])
    expect(
      may(county({ involvements: [{ personId: sam, workerId: me, ...live }] }), network, 'harm_network'),
    ).toEqual(none)
    expect(may(asClass(county({}), { class: 'data_quality' }), network, 'harm_network')).toEqual(none)
  })
})

describe('a place', () => {
  const elsewhere = county({ allocations: [{ ...held, personId: kai }] })
  test('that anybody can go to is known to who reads the record of any child', () => {
    expect(may(elsewhere, { personIds: [sam] }, 'harm_place')).toEqual([true, true, false])
    expect(may(county({}), { personIds: [sam] }, 'harm_place')).toEqual(none)
  })

  test('that is a private address is known through a child alone', () => {
    const address = { personIds: [sam], isConfidential: true }
    expect(may(elsewhere, address, 'harm_place')).toEqual([false, true, false])
    expect(may(county({ allocations: [held] }), address, 'harm_place')).toEqual(all)
  })
})
