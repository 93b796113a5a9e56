import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, kai, live, me, mother, sam, TODAY, team } from './smallCounty.ts'
import type { Meeting, Row, World } from './world.ts'

const meetingId = idOf(1, 'meeting', 0)
const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const meeting: Meeting = {
  id: meetingId,
  kind: 'initial',
  personIds: [sam],
  chairId: null,
  administratorId: null,
  papersUntil: TODAY,
  isCancelled: false,
  invitations: [],
}
const invitation = {
  id: idOf(1, 'invitation', 0),
  meetingId,
  workerId: me,
  personId: null,
  isWithdrawn: false,
}
const line = county({ meetings: [meeting], allocations: [held] })
const chair = county({ meetings: [{ ...meeting, chairId: me }] })
const administrator = county({ meetings: [{ ...meeting, administratorId: me }] })
const invited = county({ meetings: [{ ...meeting, invitations: [invitation] }] })
const late = county({
  meetings: [{ ...meeting, invitations: [invitation], papersUntil: small.YESTERDAY }],
})
const walls = [{ fromId: kai, protectedIds: [sam], ...small.lasting }]
const walled = { ...line, walls, involvements: [{ personId: kai, workerId: me, ...live }] }
const kept = (world: World) => ({
  ...world,
  restrictions: [{ subjectId: mother, members: [colleague], ...small.lasting }],
})

const may = (world: World, table: string, row: Partial<Row> = {}) =>
  [mayRead, mayAdd, mayChange].map(one =>
    one(world, me, { table, meetingId, personIds: [sam], authorId: me, ...row }),
  )
const [yes, no] = [true, false]
const report = { isOfAgency: true }

describe('a paper', () => {
  test('is written by the line, and by whoever is invited if it is their own report, while it is a draft', () => {
    for (const table of ['paper', 'paper_part']) {
      expect(may(line, table)).toEqual([yes, yes, yes])
      expect(may(line, table, { isClosed: true })).toEqual([yes, no, table === 'paper'])
      expect(may(invited, table)).toEqual([no, no, no])
      expect(may(invited, table, report)).toEqual([yes, yes, yes])
      expect(may(invited, table, { ...report, authorId: colleague })).toEqual([no, no, no])
      expect(may(late, table, report)).toEqual([no, no, no])
    }
  })

  test('shows a part of safety data to its writer and to whoever has that of every child', () => {
    const part = { dataClass: 'C3', authorId: colleague } as const
    expect(may(line, 'paper_part', part)[0]).toBe(true)
    expect(may(walled, 'paper_part', part)[0]).toBe(false)
    expect(may(line, 'paper_part', { ...part, personIds: [sam, kai] })[0]).toBe(false)
    expect(may(invited, 'paper_part', { ...report, dataClass: 'C3' })[0]).toBe(true)
  })

  test('is shown to somebody by whoever writes the record of every child, the chair too, and the writer of a report is not one', () => {
    expect(may(line, 'part_showing')).toEqual([yes, yes, yes])
    expect(may(chair, 'part_showing')).toEqual([yes, yes, yes])
    expect(may(invited, 'part_showing', report).slice(1)).toEqual([no, no])
    expect(may(line, 'part_showing', { personIds: [sam, kai] })).toEqual([yes, no, no])
  })

  test('hides a part that names somebody kept from the reader, and to whom such a one is shown it', () => {
    expect(may(kept(line), 'paper_part', { namedIds: [mother] })).toEqual([no, no, no])
    expect(may(kept(line), 'part_showing', { aboutId: mother })).toEqual([no, no, no])
  })
})

describe('a copy', () => {
  const stages = ['composed', 'approved', 'released'] as const
  const read = (world: World, row: Partial<Row> = {}) =>
    stages.map(stage => may(world, 'paper_copy', { stage, ...row })[0])

  test('is read by whoever has the record, by the administrator once approved, by whoever it is for once given', () => {
    expect(read(line)).toEqual([yes, yes, yes])
    expect(read(administrator)).toEqual([no, yes, yes])
    expect(read(invited)).toEqual([no, no, no])
    expect(read(invited, { workerId: me })).toEqual([no, no, yes])
    expect(read(late, { workerId: me })).toEqual([no, no, no])
  })

  test('is read by nobody from whom its recipient is restricted', () => {
    expect(read(kept(line), { aboutId: mother })).toEqual([no, no, no])
  })

  test('is composed by whoever writes the record of every child, and nothing but given by the administrator', () => {
    expect(may(line, 'paper_copy', { stage: 'approved' })).toEqual([yes, yes, yes])
    expect(may(line, 'paper_copy', { stage: 'approved', personIds: [sam, kai] })).toEqual([yes, no, no])
    expect(may(administrator, 'paper_copy', { stage: 'approved' })).toEqual([yes, no, no])
    const director = asClass(administrator, { class: 'director' }) // who comes to no meeting
    expect(may(director, 'paper_copy', { stage: 'approved' })).toEqual([no, no, no])
  })

  test('once given is told of by the line and the administrator, by whoever it is for in their own name, and what was told stands', () => {
    const given = { stage: 'released' } as const
    for (const table of ['copy_event', 'copy_answer']) {
      expect(may(line, table, given)).toEqual([yes, yes, no])
      expect(may(administrator, table, given)).toEqual([yes, yes, no])
      expect(may(invited, table, { ...given, workerId: me, isByRecipient: true })).toEqual([yes, yes, no])
      expect(may(line, table, { ...given, workerId: colleague, isByRecipient: true })).toEqual([yes, no, no])
      expect(may(invited, table, given)).toEqual([no, no, no])
      expect(may(line, table, { stage: 'approved' })).toEqual([yes, no, no])
    }
  })
})

describe('at the side of the staff', () => {
  test('an account is opened and closed by whoever writes the record of each child, and read with any', () => {
    expect(may(line, 'family_account')).toEqual([yes, yes, yes])
    expect(may(line, 'family_account', { personIds: [sam, kai] })).toEqual([yes, no, no])
    expect(may(kept(line), 'family_account', { aboutId: mother })).toEqual([no, no, no])
    expect(may(invited, 'family_account')).toEqual([no, no, no])
  })

  test('what a child wrote is read with the record, and written by nobody', () => {
    expect(may(line, 'family_word')).toEqual([yes, no, yes])
    expect(may(invited, 'family_word')).toEqual([no, no, no])
  })
})
