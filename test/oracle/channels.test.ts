import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, kai, live, me, mother, ria, sam, team } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const holding = county({ allocations: [held] })
const channel: Row = { table: 'family_channel', personIds: [sam, ria], aboutId: mother }
const may = (world: World, row: Partial<Row> = {}) =>
  [mayRead, mayAdd, mayChange].map(one => one(world, me, { ...channel, ...row }))
const [yes, no] = [true, false]
const none = [no, no, no]

describe('where somebody chose to be told', () => {
  test('is read, kept and ended by who holds the children and has the safety data of that person to write', () => {
    expect(may(holding)).toEqual([yes, yes, yes])
    expect(may(county({}))).toEqual(none)
  })

  test('is not told by an opening, to a director, or to whoever has the summary', () => {
    const opening = { actorId: me, subjectId: sam, kind: 'break_glass', ...small.open } as const
    expect(may(county({ openings: [opening] }))).toEqual(none)
    const looking = county({ openings: [{ ...opening, kind: 'director' }] })
    expect(may(asClass(looking, { class: 'director' }))).toEqual(none)
    expect(may(county({ involvements: [{ personId: sam, workerId: me, ...live }] }))).toEqual(none)
  })

  test('is read and not kept by a conference chair, who writes nothing of an adult', () => {
    expect(may(county({ allocations: [{ ...held, role: 'conference_chair' }] }))).toEqual([yes, no, no])
  })

  test('is kept by who writes of each child of the account', () => {
    expect(may(holding, { personIds: [sam, kai] })).toEqual([yes, no, no])
  })

  test('takes the account: the safety data of the person alone tells nobody that there is one', () => {
    expect(may(holding, { personIds: [kai] })).toEqual(none)
  })

  test('is walled off from whoever works with somebody who must not find that person', () => {
    const walls = [{ fromId: kai, protectedIds: [mother], ...small.lasting }]
    const involvements = [{ personId: kai, workerId: me, ...live }]
    expect(may({ ...holding, walls, involvements })).toEqual(none)
    expect(may({ ...holding, walls, involvements }, { table: 'family_account' })[0]).toBe(yes)
  })

  test('goes with the account when that person, or a child of it, is kept from the reader', () => {
    for (const subjectId of [mother, ria]) {
      const restrictions = [{ subjectId, members: [colleague], ...small.lasting }]
      for (const table of ['family_channel', 'family_account', 'portal_alarm'])
        expect(may({ ...holding, restrictions }, { table })).toEqual(none)
    }
  })
})
