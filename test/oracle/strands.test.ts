import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  family,
  kai,
  live,
  me,
  mother,
  ria,
  sam,
  seen,
  shares,
  team,
} from './smallCounty.ts'
import type { World } from './world.ts'

const post = { workerId: me, teamId: team, areaId: null, role: 'substance_misuse_practitioner', ...live }
const strand = {
  id: idOf(1, 'strand', 0),
  familyId: family,
  personId: mother,
  teamId: team,
  workerId: me,
  discipline: 'substance_misuse',
  worksWith: null,
  ...live,
} as const
const everybody = [sam, ria, mother, kai]
/** What I have of each child of the family, of their mother, and of a child of another. */
const look = (facts: Partial<World>) =>
  everybody.map(id => [seen(county(facts), id), shares(county(facts), id)].filter(Boolean).join(' '))
const nothing = ['', '', '', '']
const work = ['A2 B2S C1 +C1', 'A2 B2S C1 +C1', 'A2 C1 +C1', '']

describe('whoever works on a strand of a family', () => {
  test('has the summary of its children and the work of the team with everybody of it', () => {
    expect(look({ posts: [post], strands: [strand] })).toEqual(work)
  })

  test('has nothing without a post in its team, before it is offered, or once it has ended', () => {
    expect(look({ strands: [strand] })).toEqual(nothing)
    expect(look({ posts: [{ ...post, teamId: small.dutyTeam }], strands: [strand] })).toEqual(nothing)
    expect(look({ posts: [{ ...post, endedOn: small.YESTERDAY }], strands: [strand] })).toEqual(nothing)
    expect(look({ posts: [post], strands: [{ ...strand, startedOn: small.TOMORROW }] })).toEqual(nothing)
    expect(look({ posts: [post], strands: [{ ...strand, endedOn: small.YESTERDAY }] })).toEqual(nothing)
    expect(look({ posts: [post], strands: [{ ...strand, endedOn: small.TODAY }] })).toEqual(work)
  })

  test('has nothing of somebody who has left the family', () => {
    const { familyMembers } = county({})
    const left = familyMembers.map(one =>
      one.personId === mother ? { ...one, endedOn: small.YESTERDAY } : one,
    )
    expect(look({ familyMembers: left, posts: [post], strands: [strand] })).toEqual([
      ...work.slice(0, 2),
      '',
      '',
    ])
  })

  test('reads the safety data of a victim, and of nobody else', () => {
    const abuse = { ...strand, discipline: 'domestic_abuse', worksWith: 'victim' } as const
    expect(look({ posts: [post], strands: [abuse] })[2]).toBe('A2 C3 C1 +C1')
    expect(look({ posts: [post], strands: [{ ...abuse, worksWith: 'perpetrator' }] })).toEqual(work)
  })

  test('with one who harms, has nothing of whoever is or was worked with as harmed, unless by another tie', () => {
    const abuse = {
      ...strand,
      discipline: 'domestic_abuse',
      worksWith: 'perpetrator',
      personId: sam,
    } as const
    const harmed = {
      ...abuse,
      id: idOf(1, 'strand', 1),
      worksWith: 'victim',
      personId: mother,
      workerId: colleague,
    } as const
    const mine = { posts: [post] }
    expect(look({ ...mine, strands: [abuse, harmed] })).toEqual([...work.slice(0, 2), '', ''])
    const over = { ...harmed, endedOn: small.YESTERDAY }
    expect(look({ ...mine, strands: [abuse, over] })).toEqual([...work.slice(0, 2), '', ''])
    expect(look({ ...mine, strands: [abuse, harmed, { ...strand, id: idOf(1, 'strand', 2) }] })).toEqual(work)
    const both = [{ ...abuse, personId: mother }, harmed]
    expect(look({ ...mine, strands: both })).toEqual(work)
  })

  test('reads no address of a victim who has left the family', () => {
    const abuse = { ...strand, discipline: 'domestic_abuse', worksWith: 'victim' } as const
    const familyMembers = county({}).familyMembers.filter(one => one.personId !== mother)
    expect(look({ familyMembers, posts: [post], strands: [abuse] })[2]).toBe('')
  })

  test('never has the record, and writes nothing when of a class that writes nothing', () => {
    const world = asClass(county({ posts: [post], strands: [strand] }), { class: 'director' })
    expect(shares(world, sam)).toBe('C1')
    expect(seen(world, sam)).toBe('A2 B2S')
  })
})

describe('whoever stands in for a worker', () => {
  const theirs = { ...post, id: idOf(1, 'post', 0), workerId: colleague }
  const cover = { ...post, id: idOf(1, 'post', 1), coversId: theirs.id, endedOn: small.TOMORROW }
  const held = { personId: sam, teamId: team, workerId: colleague, role: 'co_worker', ...live } as const
  const given = { ...strand, workerId: colleague }

  test('has their strands and their children of that team, on the days of the cover', () => {
    expect(look({ posts: [theirs, cover], strands: [given] })).toEqual(work)
    expect(look({ posts: [theirs, cover], allocations: [held] })[0]).toBe('A2 B2 B2S C3 +A2 +B2 C1 +C1')
    const before = { ...cover, startedOn: small.TOMORROW }
    const after = { ...cover, endedOn: small.YESTERDAY }
    for (const other of [before, after])
      expect(look({ posts: [theirs, other], strands: [given], allocations: [held] })).toEqual(nothing)
  })

  test('has nothing of what they have in another team', () => {
    const elsewhere = { posts: [theirs, cover], strands: [{ ...given, teamId: small.dutyTeam }] }
    expect(look(elsewhere)).toEqual(nothing)
    expect(look({ posts: [theirs, cover], allocations: [{ ...held, teamId: small.dutyTeam }] })).toEqual(
      nothing,
    )
  })

  test('has no strand that the worker has no longer, their post having ended', () => {
    expect(look({ posts: [{ ...theirs, endedOn: small.YESTERDAY }, cover], strands: [given] })).toEqual(
      nothing,
    )
  })

  test('does not have a manager’s own strands and children by cover of the manager’s post', () => {
    const manager = { ...theirs, role: 'team_manager', teamId: small.dutyTeam }
    const standing = { ...cover, role: 'team_manager', teamId: small.dutyTeam }
    expect(look({ posts: [manager, standing], strands: [{ ...given, teamId: small.dutyTeam }] })).toEqual(
      nothing,
    )
  })
})

describe('a wall', () => {
  const wall = { fromId: kai, protectedIds: [sam, mother], ...small.lasting }
  const leading = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
  const withKai = { ...strand, personId: kai, familyId: small.otherFamily, endedOn: small.YESTERDAY }
  const walled = (strands: World['strands'], posts: World['posts'] = []) =>
    look({ allocations: [leading], walls: [wall], strands, posts }).map(one => one.includes('C1'))

  test('takes the team’s work with those whom it protects from whoever ever had a specialist’s strand of the other', () => {
    expect(walled([])).toEqual([true, true, true, false])
    expect(walled([withKai])).toEqual([false, true, false, false])
  })

  test('takes nothing for work that is for the whole family, or with a victim', () => {
    for (const discipline of ['social_work', 'family_support'] as const)
      expect(walled([{ ...withKai, discipline }])[0]).toBe(true)
    const abuse = { ...withKai, discipline: 'domestic_abuse' } as const
    expect(walled([{ ...abuse, worksWith: 'victim' }])[0]).toBe(true)
    expect(walled([{ ...abuse, worksWith: 'perpetrator' }])[0]).toBe(false)
  })

  test('counts for whoever stood in for the specialist', () => {
    const theirs = { ...post, id: idOf(1, 'post', 0), workerId: colleague }
    const cover = { ...post, id: idOf(1, 'post', 1), coversId: theirs.id, endedOn: small.YESTERDAY }
    expect(walled([{ ...withKai, workerId: colleague }], [theirs, cover])[0]).toBe(false)
  })
})
