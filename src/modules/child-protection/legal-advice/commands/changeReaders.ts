import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Advice } from '../queries/readAdvice.ts'

/** A worker put on the list of readers, or taken off it. */
export type ReaderChange = { readonly workerId: Uuid; readonly isAdded: boolean }

export type ReadersChanged =
  | { readonly outcome: 'changed' }
  /** Somebody else changed the list since it was looked at. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly message: string }

const refused = (message: string): ReadersChanged => ({ outcome: 'refused', message })

/** Changes who may read advice. Only a reader does; nobody takes themself off, so that one is always left. */
export async function changeReaders(
  work: Work,
  advice: Advice,
  version: number,
  { workerId, isAdded }: ReaderChange,
): Promise<ReadersChanged> {
  const { readerIds } = advice
  if (!readerIds.includes(work.actor.id)) return refused('Only somebody on the list changes it')
  if (isAdded && readerIds.includes(workerId)) return refused('They are on the list already')
  if (isAdded && !(await isPractitioner(work, workerId)))
    return refused('Select somebody who works with children’s records: nobody else may read legal advice')
  if (!isAdded && workerId === work.actor.id)
    return refused('Ask another reader to take you off the list: nobody takes themself off')
  if (!isAdded && !readerIds.includes(workerId)) return refused('They are not on the list')
  const readers = isAdded ? [...readerIds, workerId] : readerIds.filter(id => id !== workerId)
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('legal_advice')
    .set({ reader_ids: readers, version: version + 1 })
    .where('id', '=', advice.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? { outcome: 'changed' } : { outcome: 'stale' }
}

async function isPractitioner(work: Work, workerId: Uuid): Promise<boolean> {
  const row = await work
    .db<AgenciesTables>()
    .selectFrom('worker')
    .select('id')
    .where('id', '=', workerId)
    .where('class', '=', 'practitioner')
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
