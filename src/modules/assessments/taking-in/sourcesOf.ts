import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'
import type { Destination } from './destinations.ts'
import { fingerprint } from './fingerprint.ts'
import type { Offer } from './offersFor.ts'

/** A piece that the assessment has taken in. */
export type TakenIn = {
  readonly origin: string
  readonly heading: string
  readonly personIds: readonly Uuid[]
  readonly assessmentId: Uuid | null
  readonly part: string
  readonly fingerprint: string
  readonly isGuarded: boolean
  readonly because: string | null
  readonly takenOn: Temporal.PlainDate
}

/** What was taken in, the earliest first. */
export async function sourcesOf(work: Work, jointId: Uuid): Promise<readonly TakenIn[]> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_source')
    .selectAll()
    .where('joint_id', '=', jointId)
    .orderBy('taken_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    origin: row.origin,
    heading: row.heading,
    personIds: row.person_ids,
    assessmentId: row.assessment_id,
    part: row.part,
    fingerprint: row.fingerprint,
    isGuarded: row.is_guarded,
    because: row.because,
    takenOn: row.taken_on,
  }))
}

/** A piece with the part that it goes to, and the reason where one is asked for. */
export type Chosen = {
  readonly offer: Offer
  readonly destination: Destination
  readonly because: string | null
}

/** Keeps that a piece was taken in, and what it said then. */
export async function keepSource(
  work: Work,
  jointId: Uuid,
  { offer, destination, because }: Chosen,
): Promise<void> {
  await work
    .db<AssessmentsTables>()
    .insertInto('assessment_source')
    .values({
      id: makeUuid(),
      joint_id: jointId,
      assessment_id: destination.assessmentId,
      part: destination.column as AssessmentsTables['assessment_source']['part'], // of the parts offered alone
      origin: offer.key,
      heading: offer.line,
      person_ids: [...offer.personIds],
      fingerprint: fingerprint(offer.words),
      is_guarded: offer.caution !== null,
      because,
      taken_on: work.today,
      taken_by: work.actor.id,
    })
    .execute()
}
