import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { type Sealer, sha256 } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'
import { readNhsMessage } from '../message/readNhsMessage.ts'

/** The job that reads a message of the NHS once it is kept. */
export const READ_PROTECTION = 'read_protection_message'

export type Arrived = { readonly bytes: Uint8Array; readonly teamId: Uuid; readonly takenBy: Uuid | null }
export type Taken =
  | { readonly kind: 'taken'; readonly id: Uuid; readonly message: '02' | '05' | '06' }
  | { readonly kind: 'again' }
  | { readonly kind: 'unreadable' }

/** Keeps what the NHS sent and asks for it to be read. The same bytes again change nothing; what is no such message is not kept. */
export async function takeMessage(work: Work, sealer: Sealer, arrived: Arrived): Promise<Taken> {
  const message = readNhsMessage(arrived.bytes)
  if (message === null) return { kind: 'unreadable' }
  const id = await keepArrived(work, sealer, arrived, message.kind)
  if (id === null) return { kind: 'again' }
  await enqueue(work, READ_PROTECTION, { id }, { key: `protection message ${id}` })
  return { kind: 'taken', id, message: message.kind }
}

/** Keeps a message sealed as it came. @returns null when it was kept before */
export async function keepArrived(
  work: Work,
  sealer: Sealer,
  { bytes, teamId, takenBy }: Arrived,
  kind: '02' | '05' | '06',
): Promise<Uuid | null> {
  const id = makeUuid()
  const sealed = await sealer.seal(`protection message ${id}`, bytes)
  await sql`
    insert into protection_message (id, team_id, kind, sha256, sealed, taken_at, taken_by)
    values (${id}, ${teamId}, ${kind}, ${sha256(bytes)}, ${sealed}, ${work.now}, ${takenBy}::uuid) on conflict do nothing`.execute(
    work.db(),
  )
  // Asked about afterwards: whoever brings a message in reads no column by which it could conflict.
  const { rows } = await sql<{ id: Uuid }>`select id from protection_message where id = ${id}`.execute(
    work.db(),
  )
  return rows[0]?.id ?? null
}
