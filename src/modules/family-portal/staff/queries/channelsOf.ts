import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A channel that somebody chose, and with whom it was agreed. */
export type Channel = {
  readonly id: Uuid
  readonly kind: 'email' | 'text'
  readonly address: string
  readonly agreedWith: string
  readonly agreedOn: Temporal.PlainDate
}

/** The channels of accounts, where the reader may know where these people can be reached (C3); as of today alone. */
export async function channelsOf(
  work: Work,
  accountIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Channel>> {
  if (work.knownAt !== null || accountIds.length === 0) return new Map()
  const { rows } = await sql<Channel & { accountId: Uuid }>`
    select account_id as "accountId", id, kind, address, agreed_with as "agreedWith", agreed_on as "agreedOn"
    from access.family_channels(${[...accountIds]}::uuid[])`.execute(work.db())
  return new Map(rows.map(({ accountId, ...channel }) => [accountId, channel]))
}
