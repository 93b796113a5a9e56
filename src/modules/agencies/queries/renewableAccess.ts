import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Access of another organisation's people that ends unless it is renewed. */
export type RenewableAccess = {
  /** Of the worker whose account it is, or of the organisation's provider. */
  readonly id: Uuid
  readonly kind: 'account' | 'provider'
  /** Whose account; null of a provider. */
  readonly name: string | null
  readonly organisation: string
  readonly expiresAt: Temporal.Instant
  readonly lastRenewal: { readonly at: Temporal.Instant; readonly by: string; readonly reason: string } | null
}

type Row = {
  readonly worker_id: Uuid | null
  readonly provider_id: Uuid
  readonly name: string | null
  readonly organisation: string
  readonly expires_at: Temporal.Instant
  readonly renewed_at: Temporal.Instant | null
  readonly by: string | null
  readonly reason: string | null
}

/** Days before its end from which access is listed as ending soon. */
export const SOON = 30
/** And from which it is urgent. */
export const VERY_SOON = 7

/** Accounts and providers that may be renewed, the soonest to end first. For administrators. */
export async function renewableAccess(work: Work): Promise<readonly RenewableAccess[]> {
  const { rows } =
    await sql<Row>`select a.worker_id, a.provider_id, w.display_name as name, o.name as organisation, a.expires_at,
      a.renewed_at, b.display_name as by, a.reason
    from access.renewable_access() a join organisation o on o.id = a.organisation_id left join worker w on w.id = a.worker_id
      left join worker b on b.id = a.renewed_by
    order by a.expires_at, o.name, w.display_name`.execute(work.db())
  return rows.map(row => ({
    id: row.worker_id ?? row.provider_id,
    kind: row.worker_id === null ? 'provider' : 'account',
    name: row.name,
    organisation: row.organisation,
    expiresAt: row.expires_at,
    lastRenewal:
      row.renewed_at === null ? null : { at: row.renewed_at, by: row.by ?? '', reason: row.reason ?? '' },
  }))
}

/** Of these, what ends within so many days, or has ended. */
export const endingWithin = (
  days: number,
  all: readonly RenewableAccess[],
  now: Temporal.Instant,
): readonly RenewableAccess[] =>
  all.filter(({ expiresAt }) => Temporal.Instant.compare(expiresAt, now.add({ hours: 24 * days })) <= 0)
