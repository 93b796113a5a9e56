import { sql } from 'kysely'
import { readClockSettings } from '#modules/agencies'
import { writableSubjects } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ClockSettings, clockVersionOn, nextDue } from '#reference'
import type { SupervisionTables } from '../tables.ts'

/** A child whom a worker holds, or works with the family of, with when they were last discussed in supervision. */
export type ChildToDiscuss = {
  readonly personId: Uuid
  readonly name: string
  readonly age: string
  readonly lastOn: Temporal.PlainDate | null
  /** By when they are to be discussed (SUPERVISION_CASE), counted from the last time or from when the worker began. */
  readonly dueOn: Temporal.PlainDate
  readonly isOverdue: boolean
}

type Row = { person_id: Uuid; since: Temporal.PlainDate; last_on: Temporal.PlainDate | null }

/**
 * The children whom a worker leads, and those of families in which they work on a strand, whose record the acting person writes; the longest
 * undiscussed first. Strands are kept by family-safeguarding, and read here by the name of their table.
 */
export async function childrenOf(work: Work, workerId: Uuid): Promise<readonly ChildToDiscuss[]> {
  const { rows } = await sql<Row>`
    with held as materialized (
      select allocation.person_id, allocation.started_on as since from allocation
      where allocation.worker_id = ${workerId} and allocation.ended_on is null and allocation.started_on <= ${work.today}::date
        and allocation.role in ('lead_social_worker', 'lead_practitioner')
      union all
      select member.person_id, strand.offered_on from strand join family_member member on member.family_id = strand.family_id
        and member.role = 'child' and (member.ended_on is null or member.ended_on >= ${work.today}::date)
      where strand.worker_id = ${workerId} and strand.ended_on is null)
    select held.person_id, min(held.since) as since, (select max(direction.discussed_on) from (
      select discussed_on from case_direction where case_direction.person_id = held.person_id offset 0) direction) as last_on
    from held group by held.person_id`.execute(work.db<SupervisionTables>())
  const ids = rows.map(row => row.person_id)
  const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
  const writable = await writableSubjects(work, ids)
  const settings = await readClockSettings(work)
  return rows
    .flatMap(row => {
      const person = people.get(row.person_id)
      if (person === undefined || !writable.has(row.person_id)) return []
      const { displayName: name, age } = person
      return [{ personId: row.person_id, name, age: age ?? '', ...dueOf(row, settings, work.today) }]
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
}

function dueOf(row: Row, settings: ClockSettings, today: Temporal.PlainDate) {
  const from = row.last_on ?? row.since
  const found = clockVersionOn('SUPERVISION_CASE', from, settings)
  const next = found.ok ? nextDue(found.version, { trigger: from, completed: [] }) : null
  const dueOn = next?.ok ? next.due.dueOn : from
  return { lastOn: row.last_on, dueOn, isOverdue: Temporal.PlainDate.compare(dueOn, today) < 0 }
}
