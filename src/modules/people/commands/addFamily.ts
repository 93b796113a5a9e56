import { randomInt } from 'node:crypto'
import type { Work } from '#platform/db'
import { KithError } from '#platform/errors'
import { makeUuid, type Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'
import { joinFamily } from './joinFamily.ts'

/**
 * Makes a family of these people, with a random reference that is easy to say and tells nothing.
 * @returns the family's id
 * @throws KithError KITH_NOT_ALLOWED when the acting person may not put one of them into a family; nothing is kept then
 */
export async function addFamily(
  work: Work,
  members: readonly { readonly personId: Uuid; readonly role: 'child' | 'adult' }[],
): Promise<Uuid> {
  const id = makeUuid()
  // Nine digits: with a county's families the chance of one already taken is small, and the constraint refuses it.
  const digits = String(randomInt(100_000_000, 1_000_000_000))
  const reference = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  await work.db<PeopleTables>().insertInto('family').values({ id, reference }).execute()
  for (const member of members) {
    const { outcome } = await joinFamily(work, { familyId: id, startedOn: null, ...member })
    if (outcome === 'refused') throw new KithError('KITH_NOT_ALLOWED')
  }
  return id
}
