import { sql } from 'kysely'
import { z } from 'zod'
import { serviceActor, type Work } from '../db/index.ts'
import type { Sealer } from '../files/index.ts'
import type { Uuid } from '../ids/index.ts'
import { enqueue, type JobContext, type Task } from '../jobs/index.ts'
import { READ_MESSAGE } from './keepMessage.ts'

/** A kept message, opened for whoever makes something of it. */
export type OpenMessage = {
  readonly id: Uuid
  readonly senderId: Uuid
  readonly channel: string
  readonly bytes: Buffer
  readonly receivedAt: Temporal.Instant
}

/** Makes of a message what it is for, in one transaction with the note that it was read. */
export type MessageReader = (work: Work, message: OpenMessage) => Promise<void>

/** What came by a door that knows no senders. */
export type UnsentMessage = Omit<OpenMessage, 'senderId'>
export type UnsentReader = (work: Work, message: UnsentMessage) => Promise<void>

/** Thrown by a reader that will fail on this message however often it is tried; its code stands in the list of dead messages. */
export class UnreadableMessage extends Error {
  readonly code: string
  constructor(code: string) {
    super(`This message cannot be read: ${code}`)
    this.code = code
  }
}

/** Seconds until the next try, after the first to the fourth; then it is dead until somebody has it read again. */
const WAITS = [1, 15, 300, 3600]

const shape = z.object({ id: z.uuid() })

/**
 * The job that reads one message. A message that fails is tried five times; no other waits for it.
 * @param readUnsent reads what has no sender; left out, nothing does
 */
export function readMessageTask(
  sealer: Sealer,
  read: MessageReader,
  readUnsent: UnsentReader = refuseUnsent,
): Task {
  return {
    name: READ_MESSAGE,
    async run(context, payload) {
      const id = shape.parse(payload).id as Uuid // just checked
      try {
        await context.database.as(serviceActor('listener'), 'messages', work =>
          readOnce(work, sealer, id, { read, readUnsent }),
        )
      } catch (error) {
        await noteFailure(context, id, error)
      }
    },
  }
}

const refuseUnsent: UnsentReader = () => Promise.reject(new UnreadableMessage('sealed_wrongly'))

type Readers = { readonly read: MessageReader; readonly readUnsent: UnsentReader }

/** Of two jobs for one message the second waits: the first may belong to a process that was killed, and come to nothing. */
async function readOnce(work: Work, sealer: Sealer, id: Uuid, readers: Readers): Promise<void> {
  const { rows } = await sql<{
    sender_id: Uuid | null
    channel: string
    sealed: Buffer
    received_at: Temporal.Instant
  }>`
    select coalesce(w.sender_id, m.sender_id) as sender_id, m.channel, m.sealed, m.received_at from app.message_in m join app.message_work w on w.message_id = m.id
    where m.id = ${id} and w.state = 'waiting' for update of w`.execute(work.db())
  const [row] = rows
  if (row === undefined) return // read already
  const bytes = await sealer.open(`message ${id}`, row.sealed)
  if (bytes === null) throw new UnreadableMessage('sealed_wrongly')
  const { sender_id: senderId, channel, received_at: receivedAt } = row
  if (senderId === null) await readers.readUnsent(work, { id, channel, bytes, receivedAt })
  else await readers.read(work, { id, senderId, channel, bytes, receivedAt })
  await sql`update app.message_work set state = 'done', tries = tries + 1, ended_at = clock_timestamp() where message_id = ${id}`.execute(
    work.db(),
  )
}

async function noteFailure({ database, log }: JobContext, id: Uuid, error: unknown): Promise<void> {
  const isHopeless = error instanceof UnreadableMessage
  const reason = isHopeless ? error.code : 'failed'
  await database.as(serviceActor('listener'), 'messages', async work => {
    const { rows } = await sql<{
      tries: number
    }>`update app.message_work set tries = tries + 1, reason = ${reason}
      where message_id = ${id} and state = 'waiting' returning tries`.execute(work.db())
    const tries = rows[0]?.tries
    if (tries === undefined) return
    const wait = isHopeless ? undefined : WAITS[tries - 1]
    if (wait === undefined) {
      await sql`update app.message_work set state = 'dead', ended_at = clock_timestamp() where message_id = ${id}`.execute(
        work.db(),
      )
      log.error('a message could not be read and waits for somebody', { message: id, reason })
      return
    }
    const runAt = work.now.add({ seconds: wait })
    await sql`update app.message_work set next_try_at = ${runAt} where message_id = ${id}`.execute(work.db())
    await enqueue(work, READ_MESSAGE, { id }, { key: `message ${id}`, runAt })
    log.warn('a message could not be read and will be tried again', { message: id, tries, error })
  })
}
