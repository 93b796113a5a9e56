import { sql } from 'kysely'
import type { UserClass, Work } from '../../db/index.ts'
import type { Sealer } from '../../files/index.ts'
import type { Uuid } from '../../ids/index.ts'
import { isWord, makeSecret, stepOf } from '../../keys/index.ts'
import { recordRefusal } from '../recordSignIn.ts'
import { asPorter, type InvitedDoor, sealedFor } from './door.ts'
import { hashRecovery } from './recovery.ts'
import type { InvitedTables } from './tables.ts'
import { forgetTries, mustWait, noteTry, type Source, sourceHash } from './tries.ts'

/** What somebody types to prove who they are, and where from. */
export type Proof = {
  readonly email: string
  readonly passphrase: string
  /** Of the authenticator, or one of the recovery codes. */
  readonly code: string
  readonly address: string
}

/** Who proved it. */
export type Proved = { readonly workerId: Uuid; readonly class: UserClass; readonly wordHash: string }

/** Networks that are remembered of an account. */
const MOST_KNOWN = 5

type Key = Awaited<ReturnType<typeof keyOf>>

/**
 * Proves somebody by e-mail address, passphrase and a code that serves once. Whatever is wrong, the answer is the same and takes as long:
 * the passphrase is tried though there be no account. In the transaction that takes the code, `then` is done.
 */
export async function prove<R>(
  door: InvitedDoor,
  proof: Proof,
  then: (work: Work, proved: Proved) => Promise<R>,
): Promise<{ readonly proved: Proved; readonly result: R } | null> {
  const now = door.clock.now()
  const before = await asPorter(door, work => keyOf(work, proof.email, now))
  const isRight = await isWord(proof.passphrase, before?.word_hash ?? null, door.wordCost) // outside the transaction: it takes long on purpose
  const secret = await secretOf(door, before)
  const outcome = await asPorter(door, async work => {
    const key = await keyOf(work, proof.email, now) // again, and held: what serves once must not serve two
    const source = sourceOf(key, proof.address)
    if (await mustWait(work, key?.worker_id ?? null, source, now)) return refused('too_many', key)
    const isSame = key !== undefined && key.word_hash === before?.word_hash
    const used = isSame && isRight ? useOf(key, secret, proof.code, now) : null
    if (key === undefined || key.word_hash === null || used === null) {
      await noteTry(work, key?.worker_id ?? null, source, now)
      return refused('wrong', key)
    }
    await use(work, key, used, source, now)
    const proved = { workerId: key.worker_id, class: key.class, wordHash: key.word_hash }
    return { kind: 'proved' as const, proved, result: await then(work, proved) }
  })
  if (outcome.kind === 'proved') return outcome
  await recordRefusal(door.database, outcome.reason, outcome.workerId)
  return null
}

const refused = (reason: 'wrong' | 'too_many', key: Key) => ({
  kind: 'refused' as const,
  reason,
  workerId: key?.worker_id ?? null,
})

/** Nobody's, opened for whoever is unknown. */
const decoys = new WeakMap<Sealer, Buffer>()
const DECOY = 'authenticator of nobody'

/** The secret of the authenticator; where there is no account, as much is unsealed for nothing. */
async function secretOf({ sealer }: InvitedDoor, key: Key): Promise<Buffer | null> {
  if (key?.authenticator) return sealer.open(sealedFor(key.worker_id), key.authenticator)
  const decoy = decoys.get(sealer) ?? (await sealer.seal(DECOY, makeSecret()))
  decoys.set(sealer, decoy)
  await sealer.open(DECOY, decoy)
  return null
}

/** The keys of the one worker with this address who may sign in by them now. */
async function keyOf(work: Work, email: string, now: Temporal.Instant) {
  const rows = await work
    .db<InvitedTables>()
    .selectFrom('app.invited_key as key')
    .innerJoin('worker', 'worker.id', 'key.worker_id')
    .select(['key.worker_id', 'key.word_hash', 'key.authenticator', 'key.last_step'])
    .select(['key.recovery_hashes', 'key.known_from', 'worker.class'])
    .where(eb => eb(eb.fn('lower', ['worker.email']), '=', email.trim().toLowerCase()))
    .where('key.withdrawn_at', 'is', null)
    .where('key.word_hash', 'is not', null)
    .where('key.expires_at', '>', now)
    .where(sql<boolean>`access.may_be_invited(key.worker_id)`)
    .limit(2)
    .forUpdate('key')
    .execute()
  // Two workers with one address: neither can be told from the other.
  return rows.length === 1 ? rows[0] : undefined
}

function sourceOf(key: Key, address: string): Source {
  const hash = sourceHash(address)
  return { hash, isKnown: key?.known_from.some(known => known.equals(hash)) ?? false }
}

type Used = { readonly last_step: number } | { readonly recovery_hashes: Buffer[] }

/** What changes in the keys when the code serves, or null when it does not. */
function useOf(
  key: NonNullable<Key>,
  secret: Buffer | null,
  typed: string,
  now: Temporal.Instant,
): Used | null {
  const hash = hashRecovery(key.worker_id, typed)
  const left = key.recovery_hashes.filter(one => !one.equals(hash))
  if (left.length < key.recovery_hashes.length) return { recovery_hashes: left }
  const step = secret && stepOf(secret, typed.replace(/\s/g, ''), now, Number(key.last_step))
  return step === null ? null : { last_step: step }
}

async function use(
  work: Work,
  key: NonNullable<Key>,
  used: Used,
  source: Source,
  now: Temporal.Instant,
): Promise<void> {
  const others = key.known_from.filter(known => !known.equals(source.hash))
  await work
    .db<InvitedTables>()
    .updateTable('app.invited_key')
    .set({ ...used, seen_at: now, known_from: [source.hash, ...others].slice(0, MOST_KNOWN) })
    .where('worker_id', '=', key.worker_id)
    .execute()
  await forgetTries(work, key.worker_id)
}
