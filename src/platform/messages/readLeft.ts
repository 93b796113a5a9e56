import { sql } from 'kysely'
import { serviceActor } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import { enqueue, type Task } from '../jobs/index.ts'
import { READ_MESSAGE } from './keepMessage.ts'

/** A message that has waited for so long past its turn is asked for anew: its job may have gone with a machine that was lost. */
const PATIENCE = 60 // seconds
const AT_ONCE = 500

type Left = { readonly id: Uuid; readonly due: Temporal.Instant }

/** Each minute asks again for every message that should have been read by now, in its old turn. A job that stands is only asked for twice. */
export const readLeftTask: Task = {
  name: 'read_left_messages',
  schedule: '* * * * *',
  async run({ database, log }) {
    const left = await database.as(serviceActor('listener'), 'messages', async work => {
      const { rows } = await sql<Left>`
        select message_id as id, next_try_at as due from app.message_work where state = 'waiting' and next_try_at < ${work.now.subtract({ seconds: PATIENCE })}
        order by next_try_at limit ${AT_ONCE}`.execute(work.db())
      for (const { id, due } of rows)
        await enqueue(work, READ_MESSAGE, { id }, { key: `message ${id}`, runAt: due })
      return rows.length
    })
    if (left > 0) log.warn('messages waited past their turn and are asked for again', { messages: left })
  },
}
