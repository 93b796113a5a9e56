import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Where the child lives and who answers for the child, by name. */
export type NamedCouncils = { readonly resident: string; readonly responsible: string }

/** As the last decision has them that the reader may read; null where there is none. */
export async function councilsOfVisit(work: Work, id: Uuid): Promise<NamedCouncils | null> {
  const { rows } = await sql<NamedCouncils>`
    select coalesce(r.name, d.outcome #>> '{councils,resident}') as resident, coalesce(s.name, d.outcome #>> '{councils,responsible}') as responsible
    from (select outcome from attendance_decision where attendance_id = ${id} order by id desc limit 1) d
      left join neighbour_council r on r.id::text = d.outcome #>> '{councils,resident}'
      left join neighbour_council s on s.id::text = d.outcome #>> '{councils,responsible}'
    where d.outcome ? 'councils'`.execute(work.db())
  return rows[0] ?? null
}
