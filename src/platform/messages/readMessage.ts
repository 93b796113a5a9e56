import { z } from 'zod'
import { serviceActor, type Work } from '../db/index.ts'
import type { Sealer } from '../files/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { JobContext, Task } from '../jobs/index.ts'
import { inTurns } from './inTurns.ts'
import { READ_MESSAGE } from './keepMessage.ts'
import { noteFailure } from './noteFailure.ts'
import { type MessageReader, type Readers, UnreadableMessage, type UnsentReader } from './reader.ts'
import { AT_ONCE, readAlone, readTurn } from './readTurn.ts'

/** One message that is read by itself, since it failed before or somebody asked for it; or whatever of a lane waits for its first try. */
const shape = z.union([z.object({ id: z.uuid() }), z.object({ lane: z.int() })])

/**
 * The job that reads messages. A message that fails is tried five times, and no other waits for it: a turn in which any fails is undone and each
 * of its messages read by itself.
 * @param readUnsent reads what has no sender; left out, nothing does
 */
export function readMessageTask(
  sealer: Sealer,
  read: MessageReader,
  readUnsent: UnsentReader = refuseUnsent,
): Task {
  const readers: Readers = { read, readUnsent }
  const inTurn = inTurns()
  return {
    name: READ_MESSAGE,
    async run(context, payload) {
      const asked = shape.parse(payload)
      if ('id' in asked) return await readByItself(context, sealer, asked.id as Uuid, readers) // just checked
      await inTurn(asked.lane, async () => {
        while ((await readNext(context, sealer, asked.lane, readers)) === AT_ONCE);
      })
    },
  }
}

/** Reads a turn, or each of its messages by itself where one fails. @returns how many there were */
async function readNext(
  context: JobContext,
  sealer: Sealer,
  lane: number,
  readers: Readers,
): Promise<number> {
  let turn: readonly Uuid[] = []
  try {
    return await inTransaction(context, work =>
      readTurn(work, sealer, lane, readers, those => {
        turn = those
      }),
    )
  } catch (error) {
    if (turn.length === 0) throw error // no message's fault
    context.log.warn('messages that were read together are read one by one', { messages: turn.length, error })
    for (const id of turn) await readByItself(context, sealer, id, readers)
    return turn.length
  }
}

async function readByItself(context: JobContext, sealer: Sealer, id: Uuid, readers: Readers): Promise<void> {
  try {
    await inTransaction(context, work => readAlone(work, sealer, id, readers))
  } catch (error) {
    await noteFailure(context, id, error)
  }
}

const inTransaction = <R>({ database }: JobContext, fn: (work: Work) => Promise<R>): Promise<R> =>
  database.as(serviceActor('listener'), 'messages', fn)

const refuseUnsent: UnsentReader = () => Promise.reject(new UnreadableMessage('sealed_wrongly'))
