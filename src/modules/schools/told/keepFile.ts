import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What a school sent as a whole. */
export type SentFile = {
  readonly schoolId: Uuid
  readonly kind: 'attendance' | 'transfer_file'
  /** SHA-256 of what came; nothing else of it is kept. */
  readonly sha256: Buffer
  readonly pupils: number
  /** Null: a system of the school. */
  readonly sentBy: Uuid | null
}

export type KeptFile = { readonly id: Uuid; readonly isNew: boolean }

/** Notes that a file came: the very same one of a school counts once. As a lead of the school, or the listener. */
export async function keepFile(
  work: Work,
  { schoolId, kind, sha256, pupils, sentBy }: SentFile,
): Promise<KeptFile> {
  const { rows } = await sql<{ id: Uuid }>`
    insert into school_file (school_id, kind, sha256, pupils, sent_by, received_at)
    values (${schoolId}, ${kind}, ${sha256}, ${pupils}, ${sentBy}, ${work.now})
    on conflict (school_id, kind, sha256) do nothing returning id`.execute(work.db())
  if (rows[0] !== undefined) return { id: rows[0].id, isNew: true }
  const before = await sql<{ id: Uuid }>`
    select id from school_file where school_id = ${schoolId} and kind = ${kind} and sha256 = ${sha256}`.execute(
    work.db(),
  )
  const id = before.rows[0]?.id
  if (id === undefined) throw new Error('A file that was there before is not seen') // no other transaction ends one
  return { id, isNew: false }
}
