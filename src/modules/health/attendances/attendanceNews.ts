import { sql } from 'kysely'
import type { ChildNews } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { plural } from '#ui'
import { teamsOf } from './pages/listRoute.ts'
import { ownNotices } from './queries/noticesFor.ts'

type Row = { readonly personId: Uuid; readonly count: number; readonly newest: Uuid }

/** Visits to hospital that the reader or their team was told of and nobody has read, child by child; a single one is opened at once. */
export const attendanceNews: ChildNews = async (work, personIds) => {
  const { rows } = await sql<Row>`
    select m.person_id as "personId", count(distinct n.attendance_id)::int as count, (array_agg(n.attendance_id order by n.id desc))[1] as newest
    from attendance_match m join attendance_notice n on n.attendance_id = m.attendance_id
    where m.person_id = any (${personIds}::uuid[]) and n.read_at is null and n.withdrawn_at is null and ${ownNotices(work, await teamsOf(work))}
    group by m.person_id`.execute(work.db())
  return new Map(
    rows.map(({ personId, count, newest }) => [
      personId,
      {
        text: plural(count, 'visit to hospital not read', 'visits to hospital not read'),
        href: count === 1 ? `/attendances/${newest}` : '/attendances?show=unread',
      },
    ]),
  )
}
