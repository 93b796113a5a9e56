import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Where somebody chose to be told that there is something to read. */
export type NewChannel = {
  readonly kind: 'email' | 'text'
  readonly address: string
  /** Who agreed it, and how: "Herself, in the office, alone". */
  readonly agreedWith: string
  readonly agreedOn: Temporal.PlainDate
}

type Of = {
  readonly accountId: Uuid
  /** The channel that the form showed; null: none. */
  readonly seen: Uuid | null
}

/** Keeps the one channel of an account; the one before ends. @returns false when another was kept since the form was shown */
export const keepChannel = (work: Work, of: Of, channel: NewChannel): Promise<boolean> =>
  keep(
    work,
    sql`${of.accountId}::uuid, ${of.seen}::uuid, ${channel.kind}, ${channel.address}, ${channel.agreedWith}, ${channel.agreedOn}::date, null`,
  )

/** From now on nothing is sent to this account. @returns as keepChannel */
export const endChannel = (work: Work, of: Of, because: string): Promise<boolean> =>
  keep(work, sql`${of.accountId}::uuid, ${of.seen}::uuid, null, null, null, null, ${because}`)

async function keep(work: Work, values: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select access.keep_family_channel(${values}) as kept`.execute(
    work.db(),
  )
  return rows[0]?.kept === true
}
