import { sql } from 'kysely'
import type { Work } from '../../db/index.ts'
import type { Uuid } from '../../ids/index.ts'
import { makeSecret, stepOf } from '../../keys/index.ts'
import { recordSignIn } from '../recordSignIn.ts'
import { hashToken, makeToken } from '../tokens.ts'
import { asPorter, type InvitedDoor, sealedFor } from './door.ts'
import { hashRecovery, makeRecoveryCodes } from './recovery.ts'
import type { InvitedTables } from './tables.ts'

/** Minutes to set up an authenticator. */
export const ENROLMENT_MINUTES = 30
const MOST_TRIES = 10

/** Begun by a link: with the passphrase chosen. By a recovery code: the passphrase stays. */
export type Begun = {
  readonly workerId: Uuid
  readonly linkHash: Buffer | null
  readonly wordHash: string | null
}

/** Makes the secret of a new authenticator. @returns the token for the cookie, which is kept nowhere */
export async function beginEnrolment(door: InvitedDoor, work: Work, begun: Begun): Promise<string> {
  const token = makeToken()
  const now = door.clock.now()
  const db = work.db<InvitedTables>()
  await db.deleteFrom('app.invited_enrolment').where('ends_at', '<', now).execute()
  await db
    .insertInto('app.invited_enrolment')
    .values({
      token_hash: hashToken(token),
      worker_id: begun.workerId,
      link_hash: begun.linkHash,
      word_hash: begun.wordHash,
      authenticator: await door.sealer.seal(sealedFor(begun.workerId), makeSecret()),
      tries: 0,
      ends_at: now.add({ minutes: ENROLMENT_MINUTES }),
    })
    .execute()
  return token
}

const enrolmentOf = (work: Work, token: string, now: Temporal.Instant) =>
  work
    .db<InvitedTables>()
    .selectFrom('app.invited_enrolment')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('ends_at', '>', now)
    .where('tries', '<', MOST_TRIES)

/** The secret that is being set up; null when nothing is, or it took too long. */
export async function enrolmentSecret(door: InvitedDoor, token: string): Promise<Buffer | null> {
  const row = await asPorter(door, work => enrolmentOf(work, token, door.clock.now()).executeTakeFirst())
  return row === undefined ? null : door.sealer.open(sealedFor(row.worker_id), row.authenticator)
}

/** The codes to be shown once; a wrong number; or nothing that could be finished: the link was used or withdrawn meanwhile. */
export type Enrolled =
  | { readonly kind: 'enrolled'; readonly codes: readonly string[] }
  | { readonly kind: 'wrong' | 'over' }

/** Takes the first number of the new authenticator. Every session and every older code ends with it. */
export async function finishEnrolment(door: InvitedDoor, token: string, number: string): Promise<Enrolled> {
  const now = door.clock.now()
  const secret = await enrolmentSecret(door, token)
  const done = await asPorter(door, async work => {
    const row = await enrolmentOf(work, token, now).forUpdate().executeTakeFirst()
    if (row === undefined || secret === null) return 'over' as const
    const step = stepOf(secret, number.replace(/\s/g, ''), now, 0)
    if (step === null) {
      await noteWrong(work, token)
      return 'wrong' as const
    }
    const codes = makeRecoveryCodes()
    const isTaken = await takeKeys(work, row, { step, codes, now })
    await work
      .db<InvitedTables>()
      .deleteFrom('app.invited_enrolment')
      .where('worker_id', '=', row.worker_id)
      .execute()
    if (!isTaken) return 'over' as const
    await endInvitedSessions(work, row.worker_id, now)
    return { workerId: row.worker_id, codes }
  })
  if (done === 'wrong' || done === 'over') return { kind: done }
  await recordSignIn(door.database, { id: done.workerId, class: 'practitioner' }, 'authenticator_set_up')
  return { kind: 'enrolled', codes: done.codes }
}

type Row = InvitedTables['app.invited_enrolment']
type Taken = { readonly step: number; readonly codes: readonly string[]; readonly now: Temporal.Instant }

/** The new keys stand, if what began them still does: a link is used once, and not when it was replaced meanwhile. */
async function takeKeys(work: Work, row: Row, { step, codes, now }: Taken): Promise<boolean> {
  const changed = await work
    .db<InvitedTables>()
    .updateTable('app.invited_key')
    .set({ authenticator: row.authenticator, last_step: step, link_hash: null })
    .set({ recovery_hashes: codes.map(code => hashRecovery(row.worker_id, code)) })
    .$if(row.word_hash !== null, query => query.set({ word_hash: row.word_hash, joined_at: now }))
    .where('worker_id', '=', row.worker_id)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .where(sql<boolean>`access.may_be_invited(worker_id)`)
    .where('link_hash', 'is not distinct from', row.link_hash)
    .$if(row.link_hash !== null, query => query.where('link_ends_at', '>', now))
    .$if(row.link_hash === null, query => query.where('word_hash', 'is not', null))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Ends whatever sessions the keys had opened before they changed. */
export async function endInvitedSessions(work: Work, workerId: Uuid, now: Temporal.Instant): Promise<void> {
  await work
    .db<InvitedTables>()
    .updateTable('app.session')
    .set({ revoked_at: now })
    .where('worker_id', '=', workerId)
    .where('by_invitation', '=', true)
    .where('revoked_at', 'is', null)
    .execute()
}

async function noteWrong(work: Work, token: string): Promise<void> {
  await work
    .db<InvitedTables>()
    .updateTable('app.invited_enrolment')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', hashToken(token))
    .execute()
}
