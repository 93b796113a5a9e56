import { createHash } from 'node:crypto'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { personAt } from './placesInSketch.ts'
import { leadSessionsOf } from './schoolFacts.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns sessions of safeguarding leads with what was agreed, how children attend, and a social worker placed in a school. */
export function schoolRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return leadSessionsOf(sketch).flatMap(({ schoolId, leadId, supervisorId }, at) => {
    const one = sketch.schools[at]
    if (one === undefined) return []
    const paperId = idOf(sketch.salt, 'lead', at)
    const of = (table: string) => ({ table, id: next(), personIds: [], originatorId: schoolId })
    const session = { workerId: leadId, authorId: supervisorId, paperId }
    const placed = { ...of('school_placement'), workerId: supervisorId }
    return [
      { ...of('lead_supervision'), ...session, id: paperId },
      { ...of('lead_supervision_action'), ...session, isClosed: one.isDone },
      { ...of('school_attendance'), personIds: [personAt(sketch, one.child)], authorId: leadId },
      { ...of('school_enrolment'), personIds: [personAt(sketch, one.child)], authorId: leadId },
      { ...of('school_file'), authorId: leadId },
      ...(at === 0 ? [placed] : []),
    ]
  })
}

/** @returns the columns of a row of these, and null for any other. */
export function schoolValues(world: World, row: KnownRow, word: string, again: boolean): Values | null {
  const today = londonDate(world.now)
  const on = again ? today : today.subtract({ days: 1 })
  const of = { school_id: row.originatorId }
  const isDone = row.isClosed === true && !again
  const made: Readonly<Record<string, Values>> = {
    lead_supervision: {
      ...{ ...of, lead_id: row.workerId, supervisor_id: row.authorId, held_on: on },
      themes: ['thresholds'],
    },
    lead_supervision_action: {
      ...{ ...of, session_id: row.paperId, what: word, owner: 'lead', due_on: on },
      ...{ done_on: isDone ? on : null, done_by: isDone ? row.workerId : null },
    },
    school_attendance: {
      ...{ ...of, person_id: row.personIds[0], from_on: daysBefore(on, row.id), until_on: on },
      ...{ possible: 20, authorised: 1, unauthorised: 1, codes: {}, told_by: row.authorId },
    },
    school_enrolment: {
      ...{ ...of, person_id: row.personIds[0], entered_on: daysBefore(on, row.id), left_on: on },
      ...{ left_because: word, went_to: 'school', told_by: row.authorId },
    },
    school_file: {
      ...{ ...of, kind: 'attendance', sha256: hashOf(`${row.id}${again}`) },
      ...{ pupils: 1, sent_by: row.authorId },
    },
    school_placement: { ...of, worker_id: row.workerId, days: ['monday'], started_on: on },
  }
  return made[row.table] ?? null
}

/** A day of its own for each row of the same child. */
function daysBefore(on: Temporal.PlainDate, id: Uuid): Temporal.PlainDate {
  return on.subtract({ days: 20 + (Number.parseInt(id.slice(-4), 16) % 100) })
}

/** Bytes as PostgreSQL reads them in a text. */
const hashOf = (text: string): string => `\\x${createHash('sha256').update(text).digest('hex')}`
