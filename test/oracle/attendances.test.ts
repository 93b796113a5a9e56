import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayDecide, mayRead } from './oracle.ts'
import { asClass, colleague, county, dutyTeam, kai, lasting, live, me, sam, team } from './smallCounty.ts'
import type { Attendance, VisitNotice } from './toldFromOutside.ts'
import type { Row, World } from './world.ts'

const visit: Attendance = { id: idOf(1, 'attendance', 0), personId: sam, notices: [], questions: [] }
const post = (role: string, teamId = team) => ({ workerId: me, teamId, areaId: null, role, ...live })
const told = (kind: VisitNotice['kind'], workerId: VisitNotice['workerId'] = null): VisitNotice => ({
  ...{ kind, workerId, teamId: workerId === null ? team : null },
})
const rowOf = ({ kind, ...to }: VisitNotice): Row => ({
  ...{ table: 'attendance_notice', personIds: [], attendanceId: visit.id, noticeKind: kind, ...to },
})
const row = (table: string): Row => ({ table, personIds: [sam], attendanceId: visit.id })
const sealed = { restrictions: [{ subjectId: sam, members: [colleague], ...lasting }] }
const world = (notice: VisitNotice, facts: Partial<World>) =>
  county({ ...facts, attendances: [{ ...visit, notices: [notice] }] })

describe('a notice of a visit to hospital', () => {
  test.each([
    ['health_visitor', 'school_nurse', true],
    ['liaison', 'mash_partner', true],
    ['midwifery', 'social_worker', false],
    ['team_duty', 'senior_social_worker', true],
    ['team_duty', 'social_worker', false],
    ['front_door', 'social_worker', true],
    ['front_door', 'mash_partner', false],
    ['out_of_area', 'team_manager', false],
  ] as const)('to %s is read and answered in its team by a %s: %s', (kind, role, reads) => {
    const notice = told(kind)
    const here = world(notice, { posts: [post(role)] })
    expect(mayRead(here, me, rowOf(notice))).toBe(reads)
    expect(mayDecide(here, me, rowOf(notice))).toBe(reads)
    expect(mayRead(here, me, row('attendance'))).toBe(reads)
    expect(mayRead(here, me, row('attendance_match'))).toBe(false)
    expect(mayRead(world(notice, { posts: [post(role, dutyTeam)] }), me, rowOf(notice))).toBe(false)
  })

  test('of whom a list keeps from the reader stays with paediatric liaison and whom it names', () => {
    const posts = [post('health_visitor')]
    const nurse = told('health_visitor')
    expect(mayRead(world(nurse, { posts, ...sealed }), me, rowOf(nurse))).toBe(false)
    for (const stays of [told('liaison'), told('named_worker', me)])
      expect(mayRead(world(stays, { posts, ...sealed }), me, rowOf(stays))).toBe(true)
  })

  test('shows to whoever has the record, who says nothing of having read it', () => {
    const notice = told('front_door')
    const opened = { openedAt: lasting.startsAt, endsAt: lasting.endsAt }
    const openings = [{ actorId: me, subjectId: sam, kind: 'director' as const, ...opened }]
    const directing = asClass(world(notice, { openings }), { class: 'director' })
    expect(mayRead(directing, me, rowOf(notice))).toBe(true)
    expect(mayRead(directing, me, row('attendance_match'))).toBe(true)
    expect(mayDecide(directing, me, rowOf(notice))).toBe(false)
  })

  test('is not told to a director or to out-of-hours duty by a post', () => {
    const notice = told('front_door')
    const here = world(notice, { posts: [post('duty_manager')] })
    for (const kind of ['director', 'duty'] as const)
      expect(mayRead(asClass(here, { class: kind }), me, rowOf(notice))).toBe(false)
  })
})

test('whoever is asked says by hand who it is, of whom they know, and tells nurses or another council', () => {
  const known = [{ personId: kai, workerId: me, ...live }]
  const asked = county({
    ...{ posts: [post('school_nurse')], involvements: known },
    attendances: [{ ...visit, personId: null, questions: [{ teamId: team, isAnswered: false }] }],
  })
  const match = (personId: typeof kai) => ({
    ...{ ...row('attendance_match'), personIds: [personId], authorId: me },
  })
  expect(mayAdd(asked, me, match(kai))).toBe(true)
  expect(mayAdd(asked, me, match(sam))).toBe(false)
  expect(mayAdd(county({ attendances: asked.attendances }), me, match(kai))).toBe(false)
  expect(mayAdd(asked, me, rowOf(told('out_of_area')))).toBe(true)
  expect(mayAdd(asked, me, rowOf(told('front_door')))).toBe(false)
})
