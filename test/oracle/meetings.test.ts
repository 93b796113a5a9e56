import { describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  kai,
  live,
  me,
  mother,
  ria,
  sam,
  seen,
  TODAY,
  team,
} from './smallCounty.ts'
import type { Invitation, Meeting, Row, World } from './world.ts'

const meetingId = idOf(1, 'meeting', 0)
const organisation = idOf(1, 'organisation', 0)
const asked = (workerId: Uuid, change: Partial<Invitation> = {}): Invitation => ({
  id: idOf(1, 'invitation', 0),
  meetingId,
  workerId,
  personId: null,
  isWithdrawn: false,
  ...change,
})
const quiet: Meeting = {
  id: meetingId,
  kind: 'initial',
  personIds: [sam],
  chairId: null,
  administratorId: null,
  papersUntil: TODAY,
  isCancelled: false,
  invitations: [],
}
const meeting = (change: Partial<Meeting>, facts: Partial<World> = {}): World =>
  county({ meetings: [{ ...quiet, ...change }], ...facts })
const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const walled = {
  walls: [{ fromId: kai, protectedIds: [sam], ...small.lasting }],
  involvements: [{ personId: kai, workerId: me, ...live }],
}
const all = 'A2 B2 B2S C3 +A2 +B2'

const ties: readonly [string, Partial<Meeting>, readonly [string, string, string]][] = [
  ['chair of a conference', { chairId: me }, [all, 'A2', 'A2 C3']],
  ['chair of a strategy discussion', { kind: 'strategy', chairId: me }, ['A2', 'A2', 'A2']],
  ['administrator', { administratorId: me }, ['A2', 'A2', 'A2']],
  ['invited', { invitations: [asked(me)] }, ['A2', 'A2', 'A2']],
  ['a colleague of whom is invited', { invitations: [asked(colleague)] }, ['', '', '']],
]

describe('what coming to a meeting about Sam gives over Sam, over his sister and over their mother', () => {
  const look = (world: World) => [seen(world, sam), seen(world, ria), seen(world, mother)]

  test.each(ties)('%s', (_name, change, expected) => {
    expect(look(meeting(change))).toEqual(expected)
    expect(seen(meeting(change), kai)).toBe('')
  })

  test.each(ties)(
    '%s, once the papers have closed, the meeting is cancelled or the worker has left: nothing',
    (_name, change) => {
      const closed = [
        meeting({ ...change, papersUntil: small.YESTERDAY }),
        meeting({ ...change, isCancelled: true }),
        asClass(meeting(change), { leftAt: small.NOW }),
      ]
      for (const world of closed) expect(look(world)).toEqual(['', '', ''])
    },
  )

  test.each(ties)('%s, kept from Sam by a wall: nothing of Sam', (_name, change) => {
    expect(seen(meeting(change, { ...walled }), sam)).toBe('')
  })

  test('an invitation that was withdrawn: nothing', () => {
    expect(look(meeting({ invitations: [asked(me, { isWithdrawn: true })] }))).toEqual(['', '', ''])
  })
})

const verbs = [mayRead, mayAdd, mayChange, mayDecide] as const
const may = (world: World, table: string, row: Partial<Row> = {}) =>
  verbs.map(one => one(world, me, { table, meetingId, personIds: [sam], ...row }))
const [yes, no] = [true, false]

describe('a meeting', () => {
  test('is read and planned by the line, read by whoever has the record of one of its children', () => {
    expect(may(meeting({}, { allocations: [held] }), 'meeting')).toEqual([yes, yes, yes, no])
    const two = meeting({ personIds: [sam, kai] }, { allocations: [held] })
    expect(may(two, 'meeting', { personIds: [sam, kai] })).toEqual([yes, no, no, no])
    expect(may(meeting({}), 'meeting')).toEqual([no, no, no, no])
  })

  test('is moved by its chair and its administrator, and only read by whoever is invited', () => {
    expect(may(meeting({ chairId: me }), 'meeting')).toEqual([yes, yes, yes, no])
    expect(may(meeting({ administratorId: me }), 'meeting')).toEqual([yes, no, yes, no])
    expect(may(meeting({ invitations: [asked(me)] }), 'meeting')).toEqual([yes, no, no, no])
  })

  test('is read by nobody who is kept from one of its children', () => {
    const restrictions = [{ subjectId: kai, members: [colleague], ...small.lasting }]
    const two = { personIds: [sam, kai] }
    for (const facts of [{ allocations: [held] }, {}])
      expect(
        mayRead(meeting({ ...two, chairId: me }, { restrictions, ...facts }), me, {
          table: 'meeting',
          meetingId,
          ...two,
        }),
      ).toBe(false)
    const conflicts = [{ workerId: me, personId: sam, ...small.lasting }]
    expect(may(meeting({}, { allocations: [held], conflicts }), 'meeting')[0]).toBe(false)
  })

  test('is hidden from whoever is asked to it and kept by a wall from one of its children', () => {
    expect(may(meeting({ invitations: [asked(me)] }, walled), 'meeting')[0]).toBe(false)
  })

  test('is written by no director', () => {
    const world = asClass(meeting({ chairId: me, invitations: [asked(me)] }), { class: 'director' })
    expect(may(world, 'meeting')).toEqual([yes, no, no, no])
  })
})

describe('what is said in a meeting', () => {
  const said = { authorId: me, workerId: me }
  const theirs = { authorId: colleague, workerId: colleague }

  test('is written in one’s own name, by whoever is invited under their own invitation, and never changed', () => {
    const invited = meeting({ invitations: [asked(me)] })
    expect(may(invited, 'meeting_contribution', said)).toEqual([yes, yes, no, no])
    expect(may(invited, 'meeting_contribution', { ...said, workerId: colleague })).toEqual([yes, no, no, no])
    expect(may(invited, 'meeting_contribution', { ...said, authorId: colleague })).toEqual([yes, no, no, no])
    expect(
      may(meeting({ administratorId: me }), 'meeting_contribution', { ...said, workerId: colleague }),
    ).toEqual([yes, yes, no, no])
  })

  test('as safety data is read by its writer and by whoever has that of every child', () => {
    const safety = { dataClass: 'C3' } as const
    const [line, invited] = [meeting({}, { allocations: [held] }), meeting({ invitations: [asked(me)] })]
    expect(may(line, 'meeting_contribution', { ...theirs, ...safety })[0]).toBe(true)
    expect(may(invited, 'meeting_contribution', { ...theirs, ...safety })[0]).toBe(false)
    expect(may(invited, 'meeting_contribution', { ...said, ...safety })[0]).toBe(true)
    const two = meeting({ personIds: [sam, kai] }, { allocations: [held] })
    expect(may(two, 'meeting_contribution', { ...theirs, ...safety })[0]).toBe(false)
    expect(
      may(meeting({}, { allocations: [held], ...walled }), 'meeting_contribution', {
        ...theirs,
        ...safety,
      })[0],
    ).toBe(false)
  })

  test('as intelligence is read by its writer, those it came from and those they name, as far as they read the meeting', () => {
    const row = { ...theirs, dataClass: 'C4', originatorId: organisation } as const
    const invited = meeting({ invitations: [asked(me)] })
    expect(may(meeting({}, { allocations: [held] }), 'meeting_contribution', row)[0]).toBe(false)
    expect(may(asClass(invited, { organisationId: organisation }), 'meeting_contribution', row)[0]).toBe(true)
    expect(may(invited, 'meeting_contribution', { ...row, allowedIds: [me] })[0]).toBe(true)
    expect(may(asClass(meeting({}), { organisationId: organisation }), 'meeting_contribution', row)[0]).toBe(
      false,
    )
  })

  test('by the chair to themself is read by the line and written by nobody else', () => {
    expect(may(meeting({ chairId: me }), 'chair_note', { authorId: me })).toEqual([yes, yes, no, no])
    expect(may(meeting({}, { allocations: [held] }), 'chair_note', { authorId: me })).toEqual([
      yes,
      no,
      no,
      no,
    ])
    expect(may(meeting({ administratorId: me }), 'chair_note', { authorId: colleague })).toEqual([
      no,
      no,
      no,
      no,
    ])
  })
})

describe('an invitation', () => {
  test('is written by the line, the chair and the administrator, and answered by whoever is asked', () => {
    for (const world of [
      meeting({}, { allocations: [held] }),
      meeting({ chairId: me }),
      meeting({ administratorId: me }),
    ])
      expect(may(world, 'meeting_invitee', { workerId: colleague })).toEqual([yes, yes, yes, yes])
    const invited = meeting({ invitations: [asked(me)] })
    expect(may(invited, 'meeting_invitee', { workerId: me })).toEqual([yes, no, no, yes])
    expect(may(invited, 'meeting_invitee', { workerId: colleague })).toEqual([yes, no, no, no])
  })

  test('of somebody restricted is hidden from whoever they are restricted from', () => {
    const restrictions = [{ subjectId: kai, members: [colleague], ...small.lasting }]
    const world = meeting({}, { allocations: [held], restrictions })
    expect(may(world, 'meeting_invitee', { aboutId: kai })).toEqual([no, no, no, no])
  })
})

test('a conference and a core group are decided by their chair alone, a strategy discussion by the line too', () => {
  const decision = (world: World) => may(world, 'meeting_child')[3]
  expect(decision(meeting({}, { allocations: [held] }))).toBe(false)
  expect(decision(meeting({ kind: 'strategy' }, { allocations: [held] }))).toBe(true)
  expect(decision(meeting({ kind: 'core_group' }, { allocations: [held] }))).toBe(false)
  expect(decision(meeting({ chairId: me }))).toBe(true)
  expect(decision(meeting({ administratorId: me, kind: 'strategy' }))).toBe(false)
})
