import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type SenderProfile, senderProfileSchema } from '../hl7/senderProfile.ts'
import type { HealthTables } from '../tables.ts'

/** Somebody who may send, and how they write. */
export type Sender = { readonly id: Uuid; readonly profile: SenderProfile }

type Said = { readonly sendingFacility: string; readonly sendingApplication: string }

/**
 * Who sends today under this name by this certificate; null: nobody who may.
 * @param fingerprint SHA-256 of the certificate that the connection proved, as Node writes it
 */
export async function senderOf(
  work: Work,
  { sendingFacility, sendingApplication }: Said,
  fingerprint: string,
): Promise<Sender | null> {
  const row = await current(work)
    .where(eb => eb.fn('upper', ['facility']), '=', sendingFacility.toUpperCase())
    .where(eb =>
      eb.or([
        eb('application', 'is', null),
        eb(eb.fn('upper', ['application']), '=', sendingApplication.toUpperCase()),
      ]),
    )
    .where(eb => eb(eb.val(fingerprint), '=', eb.fn.any('fingerprints')))
    .orderBy('application', eb => eb.asc().nullsLast())
    .executeTakeFirst()
  return row === undefined ? null : asSender(row)
}

/** A sender by id, ended or not: their messages are read as they wrote them. */
export async function senderById(work: Work, id: Uuid): Promise<Sender> {
  const row = await work
    .db<HealthTables>()
    .selectFrom('health_sender')
    .select(['id', 'profile'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return asSender(row)
}

const current = (work: Work) =>
  work
    .db<HealthTables>()
    .selectFrom('health_sender')
    .select(['id', 'profile'])
    .where('started_on', '<=', work.today)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))

const asSender = ({ id, profile }: { readonly id: Uuid; readonly profile: unknown }): Sender => ({
  id,
  profile: senderProfileSchema.parse(profile),
})
