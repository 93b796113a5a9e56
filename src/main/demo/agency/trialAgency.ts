import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { keepTrialSystem } from '../hospital/trialSystem.ts'

/** So far back reaches what it hears of, so that there is something to hear. */
const DAYS = 30
const TOPICS = ['attendance', 'plan_started', 'plan_ended', 'placement_moved']

/** A system of the demonstration that hears of children. */
export type TrialAgency = { readonly systemId: Uuid; readonly organisation: string }

/**
 * Subscribes a system of the organisation of the NHS that is involved with most children to every topic, at an address of this machine. Refused by
 * the database unless the demo made it.
 * @param keys its public keys as a JSON Web Key Set
 * @returns null where no organisation of the NHS is involved with a child
 */
export async function openTrialAgency(
  database: Database,
  { authorityCode, keys, address }: { authorityCode: string; keys: object; address: string },
): Promise<TrialAgency | null> {
  return await asLateStoryteller(database, async work => {
    const { rows } = await sql<{ id: Uuid; name: string }>`
      select o.id, o.name from organisation o join involvement i on i.organisation_id = o.id and i.ended_on is null
      where o.kind = 'nhs' and o.ended_on is null group by o.id, o.name order by count(*) desc, o.id limit 1`.execute(
      work.db(),
    )
    const [organisation] = rows
    if (organisation === undefined) return null
    const trial = {
      name: 'Demonstration agency',
      code: `X${authorityCode}`,
      organisationId: organisation.id,
    }
    const systemId = await keepTrialSystem(work, trial, keys)
    const since = work.today.subtract({ days: DAYS }).toString()
    await sql`update partner_system set started_on = least(started_on, ${since}::date) where id = ${systemId}`.execute(
      work.db(),
    )
    await sql`update subscription set address = ${address}, ended_on = null where partner_system_id = ${systemId}`.execute(
      work.db(),
    )
    await sql`
      insert into subscription (partner_system_id, topic, address, purpose, basis_code, basis, started_on)
      select ${systemId}::uuid, t.topic, ${address}, 'Health visitors and school nurses know what they answer for', 'ca2004_s16la',
        'It helps who works with the child to keep them safe', ${since}::date from unnest(${TOPICS}::text[]) t (topic)
      where not exists (select from subscription s where s.partner_system_id = ${systemId}::uuid and s.topic = t.topic)`.execute(
      work.db(),
    )
    return { systemId, organisation: organisation.name }
  })
}

/** Ends its subscriptions: nobody listens any longer. */
export async function closeTrialAgency(database: Database, systemId: Uuid): Promise<void> {
  await asLateStoryteller(database, work =>
    sql`update subscription set ended_on = ${work.today.subtract({ days: 1 }).toString()}::date where partner_system_id = ${systemId}`.execute(
      work.db(),
    ),
  )
}
