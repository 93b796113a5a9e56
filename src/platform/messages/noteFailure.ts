import { sql } from 'kysely'
import { serviceActor } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import { enqueue, type JobContext } from '../jobs/index.ts'
import { READ_MESSAGE } from './keepMessage.ts'
import { UnreadableMessage } from './reader.ts'

/** Seconds until the next try, after the first to the fourth; then it is dead until somebody has it read again. */
const WAITS = [1, 15, 300, 3600]

/** Notes that a message could not be read, and asks for the next try; after the last, or where none can help, it waits for somebody. */
export async function noteFailure({ database, log }: JobContext, id: Uuid, error: unknown): Promise<void> {
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
