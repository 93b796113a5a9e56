import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Absence } from '../rules/dueSession.ts'
import { hasPractice, type PracticeHalf } from '../rules/practiceHalf.ts'
import type { SupervisionTables } from '../tables.ts'

/** A session that was begun and is not complete. */
export type OpenSession = {
  readonly id: Uuid
  readonly heldOn: Temporal.PlainDate
  readonly hasPractice: boolean
  readonly hasCase: boolean
}

/** What the next session of a worker is counted from. */
export type Supervised = {
  readonly workerId: Uuid
  /** Of the last complete session that was planned for: what is said between sessions stops no clock. */
  readonly lastOn: Temporal.PlainDate | null
  readonly open: OpenSession | null
  readonly earlySince: Temporal.PlainDate | null
  readonly absences: readonly Absence[]
}

type Row = {
  worker_id: Uuid
  last_on: Temporal.PlainDate | null
  early_since: Temporal.PlainDate | null
  away: readonly { from_day: string; until_day: string | null }[] | null
  open_id: Uuid | null
  held_on: Temporal.PlainDate
  directed: number
  no_children_reason: string | null
} & Omit<PracticeHalf, 'reflection'> & { reflection: PracticeHalf['reflection'] | null }

/**
 * How these workers stand, as far as the reader may know: each by index, however many sessions there were. Early career and absence
 * are kept by the workforce, and read here by the names of their tables.
 */
export async function supervisionOf(work: Work, workerIds: readonly Uuid[]): Promise<readonly Supervised[]> {
  if (workerIds.length === 0) return []
  const { rows } = await sql<Row>`
    select asked.id as worker_id,
      (select session.held_on from supervision_session session where session.supervisee_id = asked.id and session.status = 'complete'
        and session.kind <> 'ad_hoc' order by session.held_on desc limit 1) as last_on,
      (select early.started_on from early_career early where early.worker_id = asked.id and early.assessed_on is null
        and early.started_on <= ${work.today}::date order by early.started_on desc limit 1) as early_since,
      (select jsonb_agg(jsonb_build_object('from_day', absence.from_day, 'until_day', absence.until_day))
        from worker_absence absence where absence.worker_id = asked.id) as away,
      begun.id as open_id, begun.held_on, begun.no_children_reason, half.learning, half.skills, half.strengths, half.reflection,
      (select count(*)::integer from case_direction direction where direction.session_id = begun.id) as directed
    from unnest(${[...workerIds]}::uuid[]) asked (id)
      left join lateral (select session.id, session.held_on, session.no_children_reason from supervision_session session
        where session.supervisee_id = asked.id and session.status = 'open' order by session.held_on desc limit 1) begun on true
      left join lateral (select practice.learning, practice.skills, practice.strengths, practice.reflection
        from practice_development practice where practice.session_id = begun.id limit 1) half on true`.execute(
    work.db<SupervisionTables>(),
  )
  return rows.map(asSupervised)
}

function asSupervised(row: Row): Supervised {
  const { learning, skills, strengths } = row
  const half = { learning, skills, strengths, reflection: row.reflection ?? [] }
  return {
    workerId: row.worker_id,
    lastOn: row.last_on,
    earlySince: row.early_since,
    absences: (row.away ?? []).map(({ from_day: from, until_day: until }) => ({
      from: Temporal.PlainDate.from(from),
      until: until === null ? null : Temporal.PlainDate.from(until),
    })),
    open:
      row.open_id === null
        ? null
        : {
            id: row.open_id,
            heldOn: row.held_on,
            hasPractice: hasPractice(half),
            hasCase: row.directed > 0 || row.no_children_reason !== null,
          },
  }
}
