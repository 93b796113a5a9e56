import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { type Sealer, sha256 } from '../files/index.ts'
import { makeUuid, type Uuid } from '../ids/index.ts'
import { enqueue } from '../jobs/index.ts'

/** A message as a door took it, and what the door would answer. */
export type Arrival = {
  /** Null when nobody who may send was recognised. */
  readonly senderId: Uuid | null
  /** The code by which the message names whoever sends it; null where it could not be read. */
  readonly saidSender: string | null
  readonly channel: 'mllp' | 'hl7_http' | 'fhir' | 'mesh' | 'form'
  /** The sender's own number of what it is about, such as a visit: messages about the same are read one after the other. Left out: all of the sender's. */
  readonly about?: string
  /** The sender's own name for the message; empty when it has none. */
  readonly controlId: string
  readonly bytes: Uint8Array
  /** When it was whole at the door, by this process's own clock (`performance.now()`); left out where nobody waits for the answer. */
  readonly cameAt?: number
  readonly answerCode: 'AA' | 'AE' | 'AR'
  readonly answer: Uint8Array
  /** Why it is not taken, as a code; null for one that is. */
  readonly fault: string | null
}

/** What stands of it: `isNew` false when the same message had come before, whose answer is then given again. */
export type Kept = { readonly id: Uuid; readonly answer: Buffer; readonly isNew: boolean }

/** As much of a sender's name for a message as an index can hold; the hash of its bytes tells it from others all the same. */
const LONGEST = 200

/** The job that reads a message once it is kept. */
export const READ_MESSAGE = 'read_message'

/** In which of two lanes a message is read: what of one sender is about the same thing is never read crosswise. */
const laneOf = ({ senderId, about }: Arrival): number =>
  senderId === null ? 0 : (sha256(Buffer.from(`${senderId} ${about ?? ''}`))[0] ?? 0) % 2

/** One message of its own. See {@link keepMessages}. */
export async function keepMessage(work: Work, sealer: Sealer, arrival: Arrival): Promise<Kept> {
  const [kept] = await keepMessages(work, sealer, [arrival])
  return kept as Kept // one for one
}

/**
 * Keeps messages as they came, before anything is made of them, and asks for those to be read that were taken; one that was refused waits for an
 * administrator. The caller answers the senders once this transaction is committed, never before.
 * @returns what stands of each, in their order
 */
export async function keepMessages(
  work: Work,
  sealer: Sealer,
  given: readonly Arrival[],
): Promise<readonly Kept[]> {
  const arrivals = await Promise.all(given.map(one => sealed(sealer, one)))
  const news = await store(work, arrivals)
  await askToRead(
    work,
    arrivals.filter(({ id }) => news.has(id)),
  )
  const kept: Kept[] = []
  for (const one of arrivals)
    kept.push(
      news.has(one.id)
        ? { id: one.id, answer: Buffer.from(one.answer), isNew: true }
        : await keptBefore(work, one),
    )
  return kept
}

type Sealed = Arrival & { readonly id: Uuid; readonly sha256: Buffer; readonly sealed: Buffer }

async function sealed(sealer: Sealer, arrival: Arrival): Promise<Sealed> {
  const id = makeUuid()
  return {
    ...arrival,
    id,
    controlId: arrival.controlId.slice(0, LONGEST),
    sha256: sha256(arrival.bytes),
    sealed: await sealer.seal(`message ${id}`, arrival.bytes),
  }
}

/** @returns which of them had not come before */
async function store(work: Work, arrivals: readonly Sealed[]): Promise<ReadonlySet<Uuid>> {
  const each = <T>(of: (one: Sealed) => T): T[] => arrivals.map(of)
  const { rows } = await sql<{ id: Uuid }>`
    insert into app.message_in (id, sender_id, said_sender, channel, control_id, sha256, sealed, answer_code, answer, fault, taken_ms)
    select * from unnest(${each(one => one.id)}::uuid[], ${each(one => one.senderId)}::uuid[], ${each(one => one.saidSender)}::text[],
      ${each(one => one.channel)}::text[], ${each(one => one.controlId)}::text[], ${each(one => one.sha256)}::bytea[],
      ${each(one => one.sealed)}::bytea[], ${each(one => one.answerCode)}::text[], ${each(one => Buffer.from(one.answer))}::bytea[],
      ${each(one => one.fault)}::text[], ${each(takenMs)}::integer[])
    on conflict (sender_id, control_id, sha256) do nothing returning id`.execute(work.db())
  return new Set(rows.map(({ id }) => id))
}

const takenMs = ({ cameAt }: Arrival): number | null =>
  cameAt === undefined ? null : Math.round(performance.now() - cameAt)

async function askToRead(work: Work, news: readonly Sealed[]): Promise<void> {
  if (news.length === 0) return
  await sql`insert into app.message_work (message_id, lane, state, reason)
    select m.id, m.lane, case when m.code = 'AA' then 'waiting' else 'refused' end, m.fault
    from unnest(${news.map(({ id }) => id)}::uuid[], ${news.map(one => laneOf(one))}::integer[],
      ${news.map(one => one.answerCode)}::text[], ${news.map(one => one.fault)}::text[]) m (id, lane, code, fault)`.execute(
    work.db(),
  )
  // One job a lane waits for all that come until it begins: at a hundred messages a second a job for each would cost as much as reading it.
  const lanes = new Set(news.filter(one => one.answerCode === 'AA').map(one => laneOf(one)))
  for (const lane of lanes) await enqueue(work, READ_MESSAGE, { lane }, { key: `messages ${lane}` })
}

/** The answer of old, byte for byte; by another door the same bytes are answered in the terms of that one. */
async function keptBefore(
  work: Work,
  { senderId, controlId, sha256: hash, channel, answer }: Sealed,
): Promise<Kept> {
  const { rows } = await sql<{ id: Uuid; channel: string; answer: Buffer }>`
    select id, channel, answer from app.message_in where sender_id is not distinct from ${senderId}::uuid and control_id = ${controlId}
      and sha256 = ${hash}`.execute(work.db())
  const [row] = rows
  if (row === undefined) throw new Error('A message that was kept before is not there')
  return { id: row.id, answer: row.channel === channel ? row.answer : Buffer.from(answer), isNew: false }
}
