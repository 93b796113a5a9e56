import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, county, family, live, me, mother, sam, team } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const service = idOf(1, 'organisation', 0)
const post = { workerId: me, teamId: team, areaId: null, role: 'mental_health_practitioner', ...live }
const strand = {
  id: idOf(1, 'strand', 0),
  familyId: family,
  personId: mother,
  teamId: team,
  workerId: me,
  discipline: 'mental_health',
  worksWith: null,
  ...live,
} as const
const ofService = (world: World) => asClass(world, { organisationId: service })
const working = ofService(county({ posts: [post], strands: [strand] }))
const leading = county({
  allocations: [{ personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live }],
})
const strandRow = { table: 'strand', personIds: [mother], familyId: family, teamId: team, workerId: me }
const workbook = { table: 'workbook', personIds: [mother, sam], familyId: family }
const answers = (world: World, row: Row) =>
  [mayRead, mayAdd, mayChange, mayDecide].map(may => may(world, me, row))

describe('a workbook and its strands', () => {
  test('are begun, changed and given to somebody by who holds a child of the family', () => {
    expect(answers(leading, { ...strandRow, workerId: null })).toEqual([true, true, true, true])
    expect(answers(leading, workbook).slice(0, 3)).toEqual([true, true, true])
  })

  test('are read by whoever works on a strand; who changes what became of their own, and chooses nobody', () => {
    expect(answers(working, strandRow)).toEqual([true, false, true, false])
    expect(answers(working, { ...strandRow, workerId: small.colleague })).toEqual([true, false, false, false])
    expect(answers(asClass(working, { class: 'duty' }), strandRow)).toEqual([true, false, false, false])
    expect(answers(working, workbook).slice(0, 3)).toEqual([true, false, false])
  })

  test('are kept by no chair of another kind: not by who opened the record', () => {
    const openings = [{ actorId: me, subjectId: sam, kind: 'break_glass' as const, ...small.open }]
    expect(answers(county({ openings }), strandRow)).toEqual([false, false, false, false])
  })

  test('stand once a strand has ended, and none begins for somebody who has left the family', () => {
    expect(answers(leading, { ...strandRow, isClosed: true })).toEqual([true, true, false, false])
    const familyMembers = leading.familyMembers.map(one =>
      one.personId === mother ? { ...one, endedOn: small.YESTERDAY } : one,
    )
    expect(mayAdd({ ...leading, familyMembers }, me, strandRow)).toBe(false)
  })
})

describe('a clinical note', () => {
  const note = {
    table: 'clinical_note',
    personIds: [mother],
    authorId: me,
    workerId: me,
    discipline: 'mental_health',
    originatorId: service,
  }
  const others = { ...note, authorId: small.colleague }

  test('is written by who works on the strand, for their own service, and changed by nobody', () => {
    expect(answers(working, note)).toEqual([true, true, false, false])
    expect(mayAdd(working, me, { ...note, isClosed: true })).toBe(false)
    expect(mayAdd(working, me, { ...note, originatorId: idOf(1, 'organisation', 1) })).toBe(false)
    expect(mayAdd(working, me, { ...note, discipline: 'substance_misuse' })).toBe(false)
  })

  test('is read by the author’s service of the discipline, who works with the person, and by nobody else', () => {
    expect(mayRead(working, me, others)).toBe(true)
    expect(mayRead(working, me, { ...others, originatorId: idOf(1, 'organisation', 1) })).toBe(false)
    expect(mayRead(ofService(county({ posts: [post] })), me, others)).toBe(false)
    expect(mayRead(ofService(leading), me, others)).toBe(false)
  })

  test('stays with its author, until the person is kept from them', () => {
    expect(mayRead(county({}), me, note)).toBe(true)
    const restrictions = [{ subjectId: mother, members: [small.colleague], ...small.lasting }]
    expect(mayRead(county({ restrictions }), me, note)).toBe(false)
    expect(mayRead(asClass(working, { class: 'director' }), me, note)).toBe(false)
  })
})

describe('a need', () => {
  test('is read and noted by whoever has the team’s work with child and adult', () => {
    const need = { table: 'need', personIds: [sam] }
    expect(answers(working, need).slice(0, 2)).toEqual([true, true])
    expect(answers(working, { ...need, aboutId: mother }).slice(0, 2)).toEqual([true, true])
    expect(answers(working, { ...need, aboutId: small.kai }).slice(0, 2)).toEqual([false, false])
  })
})
