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
  /** The sender's own name for the message; empty when it has none. */
  readonly controlId: string
  readonly bytes: Uint8Array
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

/**
 * Keeps a message as it came, before anything is made of it, and asks for it to be read when it was taken; one that was refused waits for an
 * administrator. The caller answers the sender
 * once this transaction is committed, never before.
 */
export async function keepMessage(work: Work, sealer: Sealer, given: Arrival): Promise<Kept> {
  const arrival = { ...given, controlId: given.controlId.slice(0, LONGEST) }
  const id = makeUuid()
  const sealed = await sealer.seal(`message ${id}`, arrival.bytes)
  const fresh = await sql<{ id: Uuid }>`
    insert into app.message_in (id, sender_id, said_sender, channel, control_id, sha256, sealed, answer_code, answer, fault)
    values (${id}, ${arrival.senderId}, ${arrival.saidSender}, ${arrival.channel}, ${arrival.controlId}, ${sha256(arrival.bytes)}, ${sealed},
      ${arrival.answerCode}, ${Buffer.from(arrival.answer)}, ${arrival.fault})
    on conflict (sender_id, control_id, sha256) do nothing returning id`.execute(work.db())
  if (fresh.rows.length === 0) return await keptBefore(work, arrival)
  if (arrival.answerCode === 'AA') {
    await sql`insert into app.message_work (message_id) values (${id})`.execute(work.db())
    await enqueue(work, READ_MESSAGE, { id }, { key: `message ${id}` })
  } else {
    await sql`insert into app.message_work (message_id, state, reason) values (${id}, 'refused', ${arrival.fault})`.execute(
      work.db(),
    )
  }
  return { id, answer: Buffer.from(arrival.answer), isNew: true }
}

/** The answer of old, byte for byte; by another door the same bytes are answered in the terms of that one. */
async function keptBefore(
  work: Work,
  { senderId, controlId, bytes, channel, answer }: Arrival,
): Promise<Kept> {
  const { rows } = await sql<{ id: Uuid; channel: string; answer: Buffer }>`
    select id, channel, answer from app.message_in where sender_id is not distinct from ${senderId}::uuid and control_id = ${controlId}
      and sha256 = ${sha256(bytes)}`.execute(work.db())
  const [row] = rows
  if (row === undefined) throw new Error('A message that was kept before is not there')
  return { id: row.id, answer: row.channel === channel ? row.answer : Buffer.from(answer), isNew: false }
}
