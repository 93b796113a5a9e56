import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { StaffTables } from '../queries/tables.ts'

export type NewAccount = {
  readonly of: Uuid
  readonly children: readonly Uuid[]
  readonly decidedBecause: string | null
  readonly isCareful: boolean
  readonly readsAs: 'adult' | 'young_person' | 'child'
}

/** Why an account was not opened. */
export type NotOpened = 'has one' | 'needs a decision'

/** Opens an account; it opens nothing by itself: an invitation is given afterwards. */
export async function openAccount(work: Work, account: NewAccount): Promise<Uuid | NotOpened> {
  const db = work.db<StaffTables>()
  const open = await db
    .selectFrom('family_account')
    .select('id')
    .where('account_of', '=', account.of)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (open !== undefined) return 'has one'
  const id = makeUuid()
  await db
    .insertInto('family_account')
    .values({
      id,
      account_of: account.of,
      person_ids: [...account.children],
      decided_because: account.decidedBecause,
      is_careful: account.isCareful,
      reads_as: account.readsAs,
    })
    .execute()
  return id
}

/** Closes an account: its sessions end with this transaction. @returns false when it was changed or closed since it was shown */
export async function closeAccount(
  work: Work,
  of: { readonly id: Uuid; readonly version: number; readonly because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<StaffTables>()
    .updateTable('family_account')
    .set(eb => ({ closed_at: work.now, closed_because: of.because, version: eb('version', '+', 1) }))
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
