import { sql } from 'kysely'
import { type Database, serviceActor } from '../../db/index.ts'
import type { Sealer } from '../../files/index.ts'
import type { Uuid } from '../../ids/index.ts'
import type { Clock } from '../../time/index.ts'
import type { ProviderTables } from './tables.ts'

/** An organisation that signs in by a provider of its own. */
export type SignInOrganisation = { readonly id: Uuid; readonly name: string }

/** A provider that stands today, as the protocol needs it. */
export type StandingProvider = {
  readonly id: Uuid
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Moved to another provider's row, a secret does not open. */
export const secretOf = (providerId: Uuid): string => `sign-in secret of provider ${providerId}`

/** Organisations to choose from, by name: that they work with the council is no secret, who of them does is. */
export async function signInOrganisations(
  database: Database,
  clock: Clock,
): Promise<readonly SignInOrganisation[]> {
  return await database.as(serviceActor('porter'), 'sign_in', async work => {
    const { rows } = await sql<SignInOrganisation>`select id, organisation as name
      from access.organisations_with_provider() where expires_at > ${clock.now()} order by organisation`.execute(
      work.db(),
    )
    return rows
  })
}

/** One provider, until it is withdrawn or its last day is over; null also when its secret was sealed by another key. */
export async function standingProvider(
  database: Database,
  sealer: Sealer,
  clock: Clock,
  id: Uuid,
): Promise<StandingProvider | null> {
  const row = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<ProviderTables>()
      .selectFrom('app.organisation_provider')
      .select(['issuer', 'client_id', 'secret'])
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', clock.now())
      .executeTakeFirst(),
  )
  const secret = row === undefined ? null : await sealer.open(secretOf(id), row.secret)
  if (row === undefined || secret === null) return null
  return { id, issuer: row.issuer, clientId: row.client_id, clientSecret: secret.toString() }
}
