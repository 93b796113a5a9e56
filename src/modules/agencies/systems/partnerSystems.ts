import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** A system of another organisation as the directory keeps it. */
export type PartnerSystem = {
  readonly id: Uuid
  readonly name: string
  readonly organisationId: Uuid
  readonly organisationName: string
  readonly codes: readonly string[]
  readonly scopes: readonly string[]
  /** A JSON Web Key Set. */
  readonly keys: unknown
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** Every system that was ever let in, by organisation and name. */
export async function partnerSystems(work: Work): Promise<readonly PartnerSystem[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('partner_system as system')
    .innerJoin('organisation', 'organisation.id', 'system.organisation_id')
    .selectAll('system')
    .select('organisation.name as organisation_name')
    .orderBy('organisation.name')
    .orderBy('system.name')
    .orderBy('system.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    codes: row.codes,
    scopes: row.scopes,
    keys: row.keys,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }))
}
