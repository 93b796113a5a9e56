import { sql } from 'kysely'
import type { Database } from '#platform/db'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { facilityOf } from './hl7Text.ts'

/**
 * Lets the demonstration's own hospital speak by this certificate: made on this machine when its door first opens, after the county was.
 * Refused by the database unless the demo made it.
 */
export async function acceptCertificate(
  database: Database,
  authorityCode: string,
  fingerprint: string,
): Promise<void> {
  await asLateStoryteller(database, async work => {
    await sql`update health_sender set fingerprints = array[${fingerprint}] where facility = ${facilityOf(authorityCode)}
      and ended_on is null and fingerprints <> array[${fingerprint}]`.execute(work.db())
  })
}
