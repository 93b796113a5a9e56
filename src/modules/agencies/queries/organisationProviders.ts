import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** An organisation's own identity provider, as administrators see it: never its secret. */
export type OrganisationProvider = {
  readonly id: Uuid
  readonly organisation: string
  readonly issuer: string
  readonly clientId: string
  readonly expiresAt: Temporal.Instant
  readonly state: 'open' | 'expired' | 'withdrawn'
}

type Row = Omit<OrganisationProvider, 'clientId' | 'expiresAt' | 'state'> & {
  readonly client_id: string
  readonly expires_at: Temporal.Instant
  readonly withdrawn_at: Temporal.Instant | null
}

/** Every provider that was ever named, by organisation, those that stand first. For administrators. */
export async function organisationProviders(work: Work): Promise<readonly OrganisationProvider[]> {
  const { rows } =
    await sql<Row>`select p.id, o.name as organisation, p.issuer, p.client_id, p.expires_at, p.withdrawn_at
    from access.organisation_providers() p join organisation o on o.id = p.organisation_id
    order by p.withdrawn_at is not null, o.name, p.expires_at desc`.execute(work.db())
  return rows.map(({ client_id, expires_at, withdrawn_at, ...row }) => ({
    ...row,
    clientId: client_id,
    expiresAt: expires_at,
    state:
      withdrawn_at !== null
        ? 'withdrawn'
        : Temporal.Instant.compare(expires_at, work.now) <= 0
          ? 'expired'
          : 'open',
  }))
}

/** A worker whom a provider has named at a sign-in. */
export type BoundWorker = { readonly id: Uuid; readonly name: string; readonly boundAt: Temporal.Instant }

/** Whom a provider speaks for so far. For administrators. */
export async function boundWorkers(work: Work, providerId: Uuid): Promise<readonly BoundWorker[]> {
  const { rows } = await sql<{ id: Uuid; name: string; bound_at: Temporal.Instant }>`
    select w.id, w.display_name as name, i.bound_at from access.identities_of_provider(${providerId}::uuid) i
    join worker w on w.id = i.worker_id order by name, w.id`.execute(work.db())
  return rows.map(({ bound_at, ...row }) => ({ ...row, boundAt: bound_at }))
}

/** Organisations that may be given a provider: not the council, and without one. For administrators. */
export async function organisationsWithoutProvider(work: Work) {
  const { rows } = await sql<{ id: Uuid; name: string }>`select o.id, o.name from organisation o
    where o.kind <> 'council' and (o.ended_on is null or o.ended_on >= platform.today()) and not exists (
      select from access.organisation_providers() p where p.organisation_id = o.id and p.withdrawn_at is null)
    order by o.name`.execute(work.db())
  return rows
}

/** Whether the demonstration made this database: there an issuer may be on this machine. */
export async function isDemonstration(work: Work): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select platform.made_by_demo() as is`.execute(work.db())
  return rows[0]?.is === true
}
