import { sql } from 'kysely'
import { systemScopes } from '#modules/agencies'
import type { Database } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { facilityOf } from './hl7Text.ts'

const NAME = 'Demonstration engine'

/**
 * The system of the demonstration's own hospital, with the keys of this machine: made when it is first asked for. Refused by the database
 * unless the demo made it.
 * @param keys its public keys as a JSON Web Key Set
 * @returns its number, by which it names itself
 */
export async function trialSystem(database: Database, authorityCode: string, keys: object): Promise<Uuid> {
  const facility = facilityOf(authorityCode)
  return await asLateStoryteller(database, async work => {
    const { rows } = await sql<{ id: Uuid }>`update partner_system set keys = ${JSON.stringify(keys)}::jsonb
      where name = ${NAME} and codes = array[${facility}] returning id`.execute(work.db())
    const id = rows[0]?.id ?? makeUuid()
    if (rows.length === 0)
      await sql`insert into partner_system (id, organisation_id, name, codes, scopes, keys, started_on)
        select ${id}::uuid, s.organisation_id, ${NAME}, array[${facility}], ${Object.keys(systemScopes)}::text[], ${JSON.stringify(keys)}::jsonb,
          ${work.today.toString()}::date
        from health_sender s where s.facility = ${facility}`.execute(work.db())
    return id
  })
}
