import { sql } from 'kysely'
import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Which team sends files and answers for what comes back: the one that the authority set, else a conference service, else the front door; null: there is none. */
export async function ownerTeam(work: Work): Promise<Uuid | null> {
  const { team: name } = await readSetting(work, 'protectionInformation.team')
  const { rows } = await sql<{ id: Uuid }>`
    select id from team where (lower(name) = lower(${name}) or kind in ('conference_service', 'front_door'))
      and (ended_on is null or ended_on >= ${work.today.toString()}::date)
    order by lower(name) = lower(${name}) desc, kind, name, id limit 1`.execute(work.db())
  return rows[0]?.id ?? null
}
