import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import { personAt, teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { dated } from './sketchDates.ts'
import type { Attendance, VisitNotice } from './toldFromOutside.ts'
import type { World } from './world.ts'

type Posts = World['posts']

/** Posts of those who are told, and of some who are not. */
const roles = [
  'health_visitor',
  'school_nurse',
  'team_manager',
  'duty_manager',
  'mash_partner',
  'senior_social_worker',
  'social_worker',
] as const

/** @returns what hospitals told in the world of this sketch. */
export function attendancesOf(sketch: Sketch): readonly Attendance[] {
  return sketch.attendances.map((one, at) => ({
    id: idOf(sketch.salt, 'attendance', at),
    personId: one.person === null ? null : personAt(sketch, one.person),
    notices: eachOnce(one.notices.map(notice => noticeOf(sketch, notice.kind, notice.team, notice.worker))),
    questions: one.questions.map(({ team, isAnswered }) => ({ teamId: teamAt(sketch, team), isAnswered })),
  }))
}

/** Nobody is told twice of a visit. */
function eachOnce(notices: readonly VisitNotice[]): readonly VisitNotice[] {
  const said = ({ kind, teamId, workerId }: VisitNotice) => `${kind} ${teamId} ${workerId}`
  return notices.filter((one, at) => notices.findIndex(other => said(other) === said(one)) === at)
}

/** A named worker has no team, another council has neither. */
export function noticeOf(
  sketch: Sketch,
  kind: VisitNotice['kind'],
  team: number,
  worker: number,
): VisitNotice {
  const isOfTeam = kind !== 'named_worker' && kind !== 'out_of_area'
  return {
    kind,
    teamId: isOfTeam ? teamAt(sketch, team) : null,
    workerId: kind === 'named_worker' ? workerAt(sketch, worker) : null,
  }
}

/** Posts in the teams that are told and asked. */
export function postsOfReaders(sketch: Sketch, today: Temporal.PlainDate): Posts {
  return sketch.attendances.flatMap(({ notices, questions, inPost }, at) =>
    [...notices, ...questions].map(({ team, reader, role }, place) => ({
      id: readerId(sketch, at * 10 + place),
      workerId: workerAt(sketch, reader),
      teamId: teamAt(sketch, team),
      areaId: null,
      role: roles[role % roles.length] ?? 'health_visitor',
      ...dated(inPost, today),
    })),
  )
}

const readerId = (sketch: Sketch, at: number): Uuid => idOf(sketch.salt, 'reader', at)
