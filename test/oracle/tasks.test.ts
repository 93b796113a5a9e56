import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, lasting, live, me, sam, team } from './smallCounty.ts'
import type { World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'lead_practitioner', ...live } as const
const helping = county({ allocations: [held] })
const task = { table: 'task', personIds: [sam] }
const given = { ...task, workerId: me, authorId: colleague }
const set = { ...task, workerId: colleague, authorId: me }
const others = { ...task, workerId: colleague, authorId: colleague }
const may = (world: World) =>
  [given, set, others].map(row => [mayRead, mayAdd, mayChange].map(one => one(world, me, row)))
const [all, none] = [
  [true, true, true],
  [false, false, false],
]

describe('a task', () => {
  test('goes with the record', () => {
    const holding = county({ allocations: [{ ...held, role: 'co_worker' }] })
    expect(may(holding)).toEqual([all, all, all])
    expect(may(asClass(holding, { class: 'duty' }))).toEqual([all, all, all])
    const looks = [true, false, false]
    expect(may(asClass(holding, { class: 'director' }))).toEqual([looks, looks, looks])
  })

  test('is read and done by who has the plan and is given it, and by who has set it', () => {
    expect(may(helping)).toEqual([[true, false, true], all, none])
    expect(may(asClass(helping, { class: 'duty' }))).toEqual([[true, false, true], all, none])
  })

  test('is only read by a director who has the plan', () => {
    const looks = [true, false, false]
    expect(may(asClass(helping, { class: 'director' }))).toEqual([looks, looks, none])
  })

  test('is closed to who has neither record nor plan, though it is theirs', () => {
    const involved = county({ involvements: [{ personId: sam, workerId: me, ...live }] })
    const ended = county({ allocations: [{ ...held, endedOn: small.YESTERDAY }] })
    const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
    for (const world of [involved, ended, { ...helping, restrictions }, county({})])
      expect(may(world)).toEqual([none, none, none])
    for (const change of [{ leftAt: small.NOW }, { class: 'data_quality' }] as const)
      expect(may(asClass(helping, change))).toEqual([none, none, none])
  })
})
