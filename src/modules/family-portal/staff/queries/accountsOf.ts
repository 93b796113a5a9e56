import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Channel, channelsOf } from './channelsOf.ts'
import type { StaffTables } from './tables.ts'

/** How far an invitation has come. */
export type KeyState = {
  readonly codeEndsAt: Temporal.Instant | null
  readonly isVoid: boolean
  readonly hasJoined: boolean
  readonly hasAuthenticator: boolean
  readonly numbersLeft: number
  readonly seenAt: Temporal.Instant | null
}

/** An account of the portal in the matter of a child. */
export type Account = {
  readonly id: Uuid
  readonly of: Uuid
  readonly children: readonly Uuid[]
  readonly decidedBecause: string | null
  readonly isCareful: boolean
  readonly closedAt: Temporal.Instant | null
  readonly closedBecause: string | null
  readonly version: number
  /** Null: no invitation was given yet. */
  readonly key: KeyState | null
  /** Null: they chose none, or the reader is not to know where they can be reached. */
  readonly channel: Channel | null
}

/** Accounts in the matter of a child, open ones first. */
export async function accountsOf(work: Work, childId: Uuid): Promise<readonly Account[]> {
  const rows = await work
    .db<StaffTables>()
    .selectFrom('family_account')
    .selectAll()
    .where(sql<boolean>`person_ids @> array[${childId}::uuid]`)
    .orderBy(sql`closed_at is not null`)
    .orderBy('opened_at')
    .execute()
  const ids = rows.map(({ id }) => id)
  const states = work.knownAt === null ? await keyStates(work, ids) : new Map()
  const channels = await channelsOf(work, ids)
  return rows.map(row => ({
    id: row.id,
    of: row.account_of,
    children: row.person_ids,
    decidedBecause: row.decided_because,
    isCareful: row.is_careful,
    closedAt: row.closed_at,
    closedBecause: row.closed_because,
    version: row.version,
    key: states.get(row.id) ?? null,
    channel: channels.get(row.id) ?? null,
  }))
}

type StateRow = {
  account_id: Uuid
  code_ends_at: Temporal.Instant | null
  code_is_void: boolean
  has_joined: boolean
  has_authenticator: boolean
  numbers_left: number
  seen_at: Temporal.Instant | null
}

async function keyStates(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, KeyState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StateRow>`select * from access.family_key_state(${[...ids]}::uuid[])`.execute(
    work.db(),
  )
  return new Map(
    rows.map(row => [
      row.account_id,
      {
        codeEndsAt: row.code_ends_at,
        isVoid: row.code_is_void,
        hasJoined: row.has_joined,
        hasAuthenticator: row.has_authenticator,
        numbersLeft: row.numbers_left,
        seenAt: row.seen_at,
      },
    ]),
  )
}

/** Of these people, those who have parental responsibility for each of these children, or are the only one of them. */
export async function mayHaveAccount(
  work: Work,
  personId: Uuid,
  children: readonly Uuid[],
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select access.may_receive(${personId}::uuid, ${[...children]}::uuid[]) as may`.execute(work.db())
  return rows[0]?.may === true
}
