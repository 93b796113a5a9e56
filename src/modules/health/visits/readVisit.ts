import type { Work } from '#platform/db'
import type { ToldVisit } from '../rules/told.ts'
import { askWhoItIs } from './askWhoItIs.ts'
import { findPerson } from './findPerson.ts'
import { followNumbers } from './followNumbers.ts'
import type { Source, Stored } from './stored.ts'
import { storeVisit } from './storeVisit.ts'
import { restore, tellWhom, withdraw } from './tellWhom.ts'

/**
 * One message about one visit, in one transaction: the visit is kept, whom it is of is looked for, and whoever should know is told. One visit
 * has one notice for each of them, however many messages tell of it.
 */
export async function readVisit(work: Work, source: Source, said: ToldVisit): Promise<Stored> {
  const { told, isBehind } = await followNumbers(work, source.senderId, said)
  const stored = await storeVisit(work, source, told)
  const { attendance, effect } = stored
  if (effect.status === 'cancelled') {
    if (effect.did === 'cancelled') await withdraw(work, attendance.id)
    return stored
  }
  if (!stored.isFirst) await restore(work, attendance.id) // also when a visit that was cancelled is told as left: somebody was there
  await tellWhom(work, attendance, await findPerson(work, stored))
  if (isBehind && stored.isFirst) await askWhoItIs(work, attendance)
  return stored
}
