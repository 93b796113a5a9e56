import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SecretAddress } from '../rules/withoutAddresses.ts'

/** Addresses of these people that must not be disclosed, former ones too. */
export async function secretAddresses(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly SecretAddress[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_address')
    .select(['lines', 'postcode'])
    .where('person_id', 'in', personIds)
    .where('is_confidential', '=', true)
    .execute()
  return rows.map(({ lines, postcode }) => ({ lines: lines ?? '', postcode }))
}
