import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, live, me, mother, ria, sam, TODAY, team } from './smallCounty.ts'
import type { Meeting, Row, World } from './world.ts'

const meetingId = idOf(1, 'meeting', 0)
const asked = { id: idOf(1, 'invitation', 0), meetingId, workerId: me, personId: null, isWithdrawn: false }
const conference: Meeting = {
  ...{ id: meetingId, kind: 'review', personIds: [sam, ria], chairId: null, administratorId: null },
  ...{ papersUntil: TODAY, isCancelled: false, invitations: [asked] },
}
const at = (change: Partial<Meeting> = {}, facts: Partial<World> = {}) =>
  county({ meetings: [{ ...conference, ...change }], ...facts })
const file: Row = { table: 'document', personIds: [sam, ria], authorId: me, meetingId }
const may = (world: World, row: Partial<Row> = {}) =>
  [mayRead, mayAdd, mayChange].map(one => one(world, me, { ...file, ...row }))
const [yes, no] = [true, false]
const none = [no, no, no]
const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const kept: Row = { table: 'document', personIds: [sam, ria], authorId: me }

describe('a file that somebody brought to a conference', () => {
  test('is read and never changed by whoever brought it, and is nothing to anybody else who is asked', () => {
    expect(may(at())).toEqual([yes, yes, no])
    expect(may(at(), { authorId: colleague })).toEqual(none)
  })

  test('is theirs until the papers close, the meeting is called off or the invitation is withdrawn', () => {
    expect(may(at({ papersUntil: small.YESTERDAY }))).toEqual(none)
    expect(may(at({ isCancelled: true }))).toEqual(none)
    expect(may(at({ invitations: [{ ...asked, isWithdrawn: true }] }))).toEqual(none)
  })

  test('is brought under an invitation to a conference, by a practitioner, about its children alone', () => {
    expect(may(at({ invitations: [], administratorId: me }))).toEqual(none)
    expect(may(at({ kind: 'strategy' }))).toEqual(none)
    expect(may(at({ kind: 'core_group' }))).toEqual(none)
    expect(may(asClass(at(), { class: 'duty' }))).toEqual(none)
    expect(may(at(), { personIds: [sam] })).toEqual([yes, yes, no])
    expect(may(at(), { personIds: [sam, mother] })).toEqual(none)
  })

  test('is hidden by a list of any child of the meeting, whomever the file is about', () => {
    const restrictions = [{ subjectId: ria, members: [colleague], ...small.lasting }]
    expect(may(at({}, { restrictions }), { personIds: [sam] })).toEqual(none)
  })

  test('shows its bringer neither to whom its parts are shown nor the ties to the record; both are logged with it', () => {
    expect(may(at(), { table: 'document_part' })).toEqual([no, yes, no])
    const tie = { table: 'document_person', personIds: [sam], notePersonIds: [sam, ria] }
    expect(may(at(), tie)).toEqual([no, yes, no])
    expect(may(at(), { ...tie, notePersonIds: [sam, mother] })).toEqual(none)
  })

  test('is said to be brought by nobody but its bringer, not by who writes the record either', () => {
    const line = at({ invitations: [] }, { allocations: [held, { ...held, personId: ria }] })
    expect(may(line)).toEqual([yes, no, yes])
    expect(mayAdd(line, me, kept)).toBe(true)
  })
})

describe('a file that business support kept', () => {
  const world = county({
    allocations: [{ ...held, workerId: colleague }],
    posts: [{ workerId: me, teamId: team, areaId: null, role: 'business_support', ...live }],
  })

  test('is theirs to read with its parts, and no other is', () => {
    for (const table of ['document', 'document_part', 'document_person']) {
      const row = { ...kept, table, personIds: [sam], notePersonIds: [sam] }
      expect(mayRead(world, me, row)).toBe(true)
      expect(mayRead(world, me, { ...row, authorId: colleague })).toBe(false)
    }
  })
})
