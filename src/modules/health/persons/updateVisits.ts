import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { readVisit } from '../visits/readVisit.ts'
import type { Source } from '../visits/stored.ts'
import { asVisit, type PersonTold } from './personTold.ts'

/** Days after which nobody is told anew of a visit because a person moved: what was so on the day stands. */
export const OPEN_DAYS = 28

/** Visits of these numbers that are not over, or of which something is still asked, are told the person anew, as an update of each would. */
export async function updateVisits(work: Work, source: Source, told: PersonTold): Promise<void> {
  const numbers = [...(told.person.hospitalNumbers ?? [])]
  if (numbers.length === 0) return
  const { rows } = await sql<{ visit_key: string }>`
    select a.visit_key from attendance a where a.sender_id = ${source.senderId} and a.told_hospital_numbers && ${numbers}::text[]
      and a.arrived_at > ${work.now}::timestamptz - make_interval(days => ${OPEN_DAYS}::int)
      and (a.status = 'here' or (a.status = 'left' and exists (
        select from attendance_question q where q.attendance_id = a.id and q.answered_at is null)))
    order by a.id`.execute(work.db())
  for (const { visit_key } of rows) await readVisit(work, source, asVisit(visit_key, told))
}
