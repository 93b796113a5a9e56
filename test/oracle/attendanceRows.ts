import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { noticeOf } from './attendanceFacts.ts'
import type { KnownRow } from './knownRow.ts'
import { personAt, teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { type Attendance, nursing } from './toldFromOutside.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns what hospitals keep with the county, and every visit with its messages, match, decisions, notices and questions. */
export function attendanceRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const [senderId, councilId] = [next(), next()]
  const directory = (table: string, id: Uuid) => ({ table, id, personIds: [], paperId: senderId })
  return [
    directory('health_sender', senderId),
    directory('neighbour_council', councilId),
    ...Object.values(nursing).map((role, at) => ({
      ...{ ...directory('nursing_area', next()), role, teamId: teamAt(sketch, at) },
    })),
    directory('attendance_tally', next()),
    ...world.attendances.flatMap((visit, at) => [
      ...visitRows(visit, senderId, councilId, next),
      ...byHand(sketch, visit, at, councilId, next),
    ]),
  ]
}

function visitRows(
  visit: Attendance,
  senderId: Uuid,
  councilId: Uuid,
  next: () => Uuid,
): readonly KnownRow[] {
  const people = visit.personId === null ? [] : [visit.personId]
  const of = (table: string, personIds: readonly Uuid[] = []) => ({
    ...{ table, id: next(), attendanceId: visit.id, personIds },
  })
  return [
    { ...of('attendance'), id: visit.id, paperId: senderId },
    of('attendance_event'),
    ...people.map(id => of('attendance_match', [id])),
    of('attendance_decision'),
    ...people.map(id => of('attendance_decision', [id])),
    ...visit.notices.map(({ kind, ...to }) => ({
      ...{ ...of('attendance_notice'), ...to, noticeKind: kind, paperId: councilId },
    })),
    ...visit.questions.map(one => ({
      ...{ ...of('attendance_question'), teamId: one.teamId, isClosed: one.isAnswered },
    })),
  ]
}

/** What somebody who is asked might say: who it is, and who is to be told. */
function byHand(
  sketch: Sketch,
  visit: Attendance,
  at: number,
  councilId: Uuid,
  next: () => Uuid,
): readonly KnownRow[] {
  const one = sketch.attendances[at]
  if (one === undefined) return []
  const asker = one.questions[0]?.reader ?? one.author
  // To a team that does it: "another team of nurses".
  const team = Object.keys(nursing).indexOf(one.told)
  const { kind, ...to } = noticeOf(sketch, one.told, Math.max(team, 0), one.author)
  const of = (table: string) => ({ table, id: next(), attendanceId: visit.id, isProposed: true })
  return [
    {
      ...{ ...of('attendance_match'), personIds: [personAt(sketch, one.chosen)] },
      authorId: workerAt(sketch, asker),
    },
    { ...of('attendance_notice'), personIds: [], ...to, noticeKind: kind, paperId: councilId },
  ]
}

/** @returns the columns of a row of these, and null for any other. */
export function attendanceValues(world: World, row: KnownRow, word: string, again: boolean): Values | null {
  const at = world.now.subtract({ hours: 30 })
  const on = londonDate(world.now).subtract({ days: again ? 1 : 2 })
  const of = { attendance_id: row.attendanceId }
  const rule = { rule_version: again ? 'by_hand' : word } // whoever is at work writes by hand
  const team_id = row.teamId
  const kept = keptValues(world, row, word, on)
  const answered = { answered_at: at, answered_by: world.workers[0]?.id, answer: 'seen' }
  const made: Readonly<Record<string, Values>> = {
    attendance: {
      ...{ sender_id: row.paperId, visit_key: word, status: 'here' },
      ...{ arrived_at: at, sent_at: at, received_at: at },
    },
    attendance_event: { ...of, message_id: row.id, kind: 'A04', sent_at: at, did: 'opened' },
    attendance_match: {
      ...{ ...of, person_id: row.personIds[0], matched_by: row.authorId ?? null },
      how: row.authorId === undefined ? 'nhs_number' : 'by_hand',
    },
    attendance_decision: { ...of, ...rule, person_id: row.personIds[0] ?? null, inputs: {}, outcome: {} },
    attendance_notice: {
      ...{ ...of, ...rule, kind: row.noticeKind, team_id, worker_id: row.workerId, why: rule.rule_version },
      council_id: row.noticeKind === 'out_of_area' ? row.paperId : null,
      read_by_day: on,
    },
    attendance_question: {
      ...{ ...of, team_id, reason: again ? 'sensitive' : 'no_match' },
      ...(row.isClosed && !again ? answered : { answered_at: null, answered_by: null, answer: null }),
    },
  }
  return made[row.table] ?? kept[row.table] ?? null
}

/** Who sends, who answers for which place, and what a hospital counted itself. */
function keptValues(
  world: World,
  row: KnownRow,
  word: string,
  on: Temporal.PlainDate,
): Readonly<Record<string, Values>> {
  const team = world.teams[0]?.id
  return {
    health_sender: {
      ...{ organisation_id: world.workers[0]?.organisationId, facility: word, profile: {} },
      ...{ fingerprints: [], site_codes: ['RZZ01'], usual_gap_minutes: 60 },
      ...{ liaison_team_id: team, started_on: on },
    },
    neighbour_council: { name: word, postcodes: ['ZZ99'], contact: word },
    nursing_area: {
      ...{ team_id: row.teamId, serves: row.role, by_what: 'postcode' },
      ...{ value: word.toUpperCase(), started_on: on },
    },
    attendance_tally: { sender_id: row.paperId, on_day: on, visits: 1, visit_keys: [word] },
  }
}
