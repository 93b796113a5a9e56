import { sql } from 'kysely'
import { systemScopes } from '#modules/agencies'
import type { Database, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { facilityOf } from './hl7Text.ts'

/** A system of an organisation of the demonstration. */
type Trial = { readonly name: string; readonly code: string; readonly organisationId: Uuid }

/**
 * The system of the demonstration's own hospital, with the keys of this machine: made when it is first asked for. Refused by the database
 * unless the demo made it.
 * @param keys its public keys as a JSON Web Key Set
 * @returns its number, by which it names itself
 */
export async function trialSystem(database: Database, authorityCode: string, keys: object): Promise<Uuid> {
  const code = facilityOf(authorityCode)
  return await asLateStoryteller(database, async work => {
    const { rows } = await sql<{ organisationId: Uuid }>`
      select organisation_id as "organisationId" from health_sender where facility = ${code}`.execute(
      work.db(),
    )
    const [sender] = rows
    if (sender === undefined) throw new Error('A demonstration has its hospital')
    return await keepTrialSystem(work, { ...sender, name: 'Demonstration engine', code }, keys)
  })
}

/** Makes a system that may do everything, or gives it new keys. @returns its number */
export async function keepTrialSystem(
  work: Work,
  { name, code, organisationId }: Trial,
  keys: object,
): Promise<Uuid> {
  const { rows } = await sql<{ id: Uuid }>`update partner_system set keys = ${JSON.stringify(keys)}::jsonb
    where name = ${name} and codes = array[${code}] returning id`.execute(work.db())
  const id = rows[0]?.id ?? makeUuid()
  if (rows.length === 0)
    await sql`insert into partner_system (id, organisation_id, name, codes, scopes, keys, started_on)
      values (${id}, ${organisationId}, ${name}, array[${code}], ${Object.keys(systemScopes)}::text[], ${JSON.stringify(keys)}::jsonb,
        ${work.today.toString()}::date)`.execute(work.db())
  return id
}
