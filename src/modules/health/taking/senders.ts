import { oncePerTransaction, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type SenderProfile, senderProfileSchema } from '../hl7/senderProfile.ts'
import type { HealthTables } from '../tables.ts'

/** Somebody who may send, and how they write. */
export type Sender = { readonly id: Uuid; readonly profile: SenderProfile }

type Said = { readonly sendingFacility: string; readonly sendingApplication: string }

/** What of a message names whoever sends it. */
export const saidOf = ({ sendingFacility, sendingApplication }: Said): Said => ({
  sendingFacility,
  sendingApplication,
})

/** By what somebody proves that they may send: SHA-256 of a certificate, as Node writes it, or the codes of a token. */
export type Proof = { readonly fingerprint: string } | { readonly codes: readonly string[] }

/** Who sends today under this name and by this proof; null: nobody who may. */
export const senderOf = oncePerTransaction(findSender)

async function findSender(
  work: Work,
  { sendingFacility, sendingApplication }: Said,
  proof: Proof,
): Promise<Sender | null> {
  if ('codes' in proof && !proof.codes.includes(sendingFacility.toUpperCase())) return null
  const row = await current(work)
    .where(eb => eb.fn('upper', ['facility']), '=', sendingFacility.toUpperCase())
    .where(eb =>
      eb.or([
        eb('application', 'is', null),
        eb(eb.fn('upper', ['application']), '=', sendingApplication.toUpperCase()),
      ]),
    )
    .$if('fingerprint' in proof, query =>
      query.where(eb =>
        eb(eb.val('fingerprint' in proof ? proof.fingerprint : ''), '=', eb.fn.any('fingerprints')),
      ),
    )
    .orderBy('application', eb => eb.asc().nullsLast())
    .executeTakeFirst()
  return row === undefined ? null : asSender(row)
}

/** Who sends today for an organisation or one of its sites, of those for whom a token speaks; null: nobody who may. */
export async function senderOfCode(
  work: Work,
  code: string,
  codes: readonly string[],
): Promise<Sender | null> {
  const said = code.toUpperCase()
  const row = await current(work)
    .where(eb => eb(eb.fn('upper', ['facility']), '=', eb.fn.any(eb.val(codes))))
    .where(eb =>
      eb.or([eb(eb.fn('upper', ['facility']), '=', said), eb(eb.val(said), '=', eb.fn.any('site_codes'))]),
    )
    .orderBy('started_on')
    .executeTakeFirst()
  return row === undefined ? null : asSender(row)
}

/** A sender by id, ended or not: their messages are read as they wrote them. */
export const senderById = oncePerTransaction(async (work: Work, id: Uuid): Promise<Sender> => {
  const row = await work
    .db<HealthTables>()
    .selectFrom('health_sender')
    .select(['id', 'profile'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return asSender(row)
})

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
