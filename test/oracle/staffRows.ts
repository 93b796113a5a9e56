import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { everyOne, personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns what is kept of staff: of some their programme, absence and wellbeing; sessions of supervision with everything of them. */
export function staffRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const open: string[] = []
  return sketch.sessions.flatMap((one, at) => {
    const workerId = workerAt(sketch, one.supervisee)
    const about = (table: string) => ({ table, id: next(), personIds: [], workerId })
    const own = [
      about('early_career'),
      about('worker_absence'),
      { ...about('wellbeing_check'), isShared: one.isShared },
    ]
    const writerId = supervisorOf(sketch, world, one, workerId)
    // The same two have one session open at a time.
    const pair = `${workerId} ${writerId}`
    if (writerId === workerId || (!one.isComplete && open.includes(pair))) return own
    if (!one.isComplete) open.push(pair)
    return [...own, ...sessionRows(sketch, at, workerId, writerId, next)]
  })
}

function supervisorOf(
  sketch: Sketch,
  world: World,
  { isOfLine, supervisor }: Sketch['sessions'][number],
  workerId: Uuid,
): Uuid {
  const teams = world.posts.filter(one => one.workerId === workerId).map(one => one.teamId)
  const managers = world.posts.filter(one => one.role.endsWith('_manager') && teams.includes(one.teamId))
  const line = everyOne(managers.map(one => one.workerId)).filter(id => id !== workerId)
  return (isOfLine ? line[supervisor % line.length] : undefined) ?? workerAt(sketch, supervisor)
}

function sessionRows(
  sketch: Sketch,
  at: number,
  workerId: Uuid,
  writerId: Uuid,
  next: () => Uuid,
): readonly KnownRow[] {
  const one = sketch.sessions[at]
  if (one === undefined) return []
  const paperId = idOf(sketch.salt, 'session', at)
  const auditor = workerAt(sketch, one.auditor)
  const isAudited = one.isComplete && one.isAudited && auditor !== workerId && auditor !== writerId
  const readerIds = isAudited && !one.isDone ? [auditor] : []
  const of = { personIds: [], workerId, writerId, paperId, readerIds, isClosed: one.isComplete }
  const part = (table: string, authorId: Uuid) => ({ ...of, table, id: next(), authorId })
  const audit = { ...of, authorId: auditor, isClosed: one.isDone }
  return [
    { ...of, table: 'supervision_session', id: paperId, authorId: writerId },
    part('practice_development', writerId),
    part('supervision_action', writerId),
    part('supervision_correction', workerId),
    part('supervision_correction', writerId),
    { ...part('case_direction', writerId), personIds: [personAt(sketch, one.child)] },
    ...(isAudited ? auditRows(audit, workerAt(sketch, one.supervisor), next) : []),
  ]
}

/** A draw of one session, and the audit of it. */
function auditRows(
  audit: Omit<KnownRow, 'table' | 'id'> & { readonly authorId: Uuid },
  drawnBy: Uuid,
  next: () => Uuid,
): readonly KnownRow[] {
  const copyId = next()
  const sample = { ...audit, authorId: drawnBy, readerIds: [audit.authorId], copyId }
  return [
    { ...sample, table: 'supervision_sample', id: copyId },
    { ...audit, table: 'supervision_audit', id: next(), copyId },
  ]
}

/** @returns the columns of a row of staff, or of what was directed in supervision, and null for any other. */
export function staffValues(world: World, row: KnownRow, word: string, again: boolean): Values | null {
  const today = londonDate(world.now)
  const on = today.subtract({ days: 30 })
  const at = world.now.subtract({ hours: 700 })
  const isDone = row.isClosed === true && !again
  const worker_id = row.workerId
  const session = { supervisee_id: worker_id, supervisor_id: row.writerId }
  const made: Readonly<Record<string, Values>> = {
    early_career: {
      ...{ worker_id, programme: word, started_on: on, expected_end: today },
      ...{ year: 1, protected_hours: 4, caseload_share: 0.5 },
      ...{ assessed_on: on, outcome: 'passed' },
    },
    worker_absence: { worker_id, from_day: on, reason: 'leave' },
    wellbeing_check: {
      ...{ worker_id, checked_on: daysFrom(on, row.id), statements: ['I have time'], scores: [3] },
      shared_with_manager: row.isShared,
    },
    supervision_session: {
      ...{ ...session, held_on: on },
      status: isDone ? 'complete' : 'open',
      supervisor_agreed_at: isDone ? at : null,
    },
    practice_development: { session_id: row.paperId, learning: word },
    supervision_action: {
      ...{ session_id: row.paperId, supervisee_id: worker_id },
      ...{ what: word, owner: 'supervisee' },
    },
    supervision_correction: { session_id: row.paperId, words: word, made_by: row.authorId },
    case_direction: {
      ...{ person_id: row.personIds[0], session_id: row.paperId, worker_id, given_by: row.authorId },
      ...{ discussed_on: on, direction: word },
    },
    supervision_sample: {
      ...{ team_id: world.teams[0]?.id, from_on: on, until_on: today, seed: word },
      ...{ size: 1, among: 1, drawn_on: today, drawn_by: row.authorId },
    },
    supervision_audit: {
      ...{ ...session, sample_id: row.copyId, session_id: row.paperId, auditor_id: row.authorId },
      scores: isDone ? [{ criterion: word, score: 2 }] : [],
      done_on: isDone ? today : null,
    },
  }
  return made[row.table] ?? null
}

/** A day of its own for each row of the same worker. */
function daysFrom(on: Temporal.PlainDate, id: Uuid): Temporal.PlainDate {
  return on.subtract({ days: Number.parseInt(id.slice(-4), 16) % 900 })
}
