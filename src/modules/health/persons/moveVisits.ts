import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { HealthTables } from '../tables.ts'
import { askWhoItIs } from '../visits/askWhoItIs.ts'
import { matchOfVisit, matchTold } from '../visits/findPerson.ts'
import { readVisit } from '../visits/readVisit.ts'
import type { Source, Stored } from '../visits/stored.ts'
import { asVisit, isSomebodyElse, type PersonTold } from './personTold.ts'
import { replaceVisit } from './replaceVisit.ts'
import { OPEN_DAYS } from './updateVisits.ts'

type Attendance = Stored['attendance']

/** What a merge does to a visit of the number that gave way. `nothing`: only the number is another. */
type Outcome = 'update' | 'replace' | 'ask' | 'nothing'

/** Visits of a sender's number that gave way are of the number that stands; whom they are of is looked for again. */
export async function moveVisits(
  work: Work,
  source: Source,
  told: PersonTold,
  gone: string,
  kept: string,
): Promise<void> {
  const visits = await work
    .db<HealthTables>()
    .selectFrom('attendance')
    .selectAll()
    .where('sender_id', '=', source.senderId)
    .where(sql<boolean>`told_hospital_numbers @> array[${gone}]::text[]`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const person = { ...told.person, hospitalNumbers: [kept] }
  for (const visit of visits) {
    await moveNumber(work, visit, gone, kept)
    const outcome = await outcomeOf(work, visit, { ...told, person })
    if (outcome === 'ask') await askWhoItIs(work, visit)
    if (outcome === 'replace') await replaceVisit(work, source, visit, { ...told, person })
    if (outcome === 'update') await readVisit(work, source, asVisit(visit.visit_key, { ...told, person }))
  }
}

async function moveNumber(work: Work, visit: Attendance, gone: string, kept: string): Promise<void> {
  const numbers = (visit.told_hospital_numbers ?? []).map(number => (number === gone ? kept : number))
  await work
    .db<HealthTables>()
    .updateTable('attendance')
    .set(eb => ({ told_hospital_numbers: [...new Set(numbers)].sort(), version: eb('version', '+', 1) }))
    .where('id', '=', visit.id)
    .execute()
}

/**
 * A merge that names another child of the record takes the visit from the one it was told of, unless somebody said by hand who it is: then, and
 * where nobody is sure, somebody looks. What was told after the merge was written stands.
 */
async function outcomeOf(work: Work, visit: Attendance, { sentAt, person }: PersonTold): Promise<Outcome> {
  if (visit.status === 'cancelled') return 'nothing'
  const isElse = isSomebodyElse(visit, person)
  if (isBefore(sentAt, visit.sent_at) || isBefore(sentAt, visit.person_sent_at))
    return isElse ? 'ask' : 'nothing'
  const standing = await matchOfVisit(work, visit.id)
  const matched = await matchTold(work, person)
  if (matched.kind === 'exact' && standing !== undefined && standing.person_id !== matched.personId)
    return standing.how === 'by_hand' ? 'ask' : 'replace'
  if (isElse && matched.kind !== 'exact') return standing === undefined ? 'replace' : 'ask'
  if (isElse && standing === undefined) return 'replace'
  return isRecent(work, visit) ? 'update' : 'nothing'
}

const isBefore = (at: Temporal.Instant, other: Temporal.Instant | null): boolean =>
  other !== null && Temporal.Instant.compare(at, other) < 0

const isRecent = ({ now }: Work, { arrived_at }: Attendance): boolean =>
  Temporal.Instant.compare(arrived_at, now.subtract({ hours: OPEN_DAYS * 24 })) > 0
