import { sql } from 'kysely'
import { serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { parseUuid, type Uuid } from '#platform/ids'
import type { Task } from '#platform/jobs'
import { readTaken } from './answers/readTaken.ts'
import { READ_PROTECTION } from './answers/takeMessage.ts'
import { SEND_AGAIN } from './commands/closeWork.ts'
import { keepUp } from './following/keepUp.ts'
import type { Council } from './following/makeFile.ts'
import type { Post } from './following/post.ts'
import { addChange, holdQueue } from './following/refreshQueue.ts'
import { turnMailbox } from './following/turnMailbox.ts'

/**
 * What works in the background for child protection information: it follows the record, reads what the NHS sends, and sends a line again.
 * @param post by which files go and answers come; null: people carry them
 */
export function protectionTasks(sealer: Sealer, council: Council, post: Post | null = null): readonly Task[] {
  return [
    mailboxTask(sealer, post),
    {
      name: 'follow_protection',
      schedule: '*/5 * * * *',
      async run({ database, log }) {
        const turn = await database.as(serviceActor('listener'), 'protection', work =>
          keepUp(work, sealer, council),
        )
        if (turn.changes > 0 || turn.sequence !== null) log.info('child protection information queued', turn)
      },
    },
    {
      name: READ_PROTECTION,
      async run({ database }, payload) {
        const id = idOf(payload)
        await database.as(serviceActor('listener'), 'protection', async work => {
          await readTaken(work, sealer, id)
          await keepUp(work, sealer, council)
        })
      },
    },
    {
      name: SEND_AGAIN,
      async run({ database }, payload) {
        const id = idOf(payload)
        await database.as(serviceActor('listener'), 'protection', async work => {
          await sendAgain(work, id)
          await keepUp(work, sealer, council)
        })
      },
    },
  ]
}

/** One turn at a time: a slow one is not overtaken by the next. */
function mailboxTask(sealer: Sealer, post: Post | null): Task {
  let isTurning = false
  return {
    name: 'turn_mailbox',
    schedule: '*/5 * * * *',
    async run(context) {
      if (isTurning) return
      isTurning = true
      try {
        await turnMailbox(context, sealer, post)
      } finally {
        isTurning = false
      }
    },
  }
}

/** Queues a line anew after somebody has mended what it was refused for. */
export async function sendAgain(work: Work, workId: Uuid): Promise<void> {
  await holdQueue(work)
  const { rows } = await sql<{ statusId: Uuid }>`
    select status_id as "statusId" from protection_work where id = ${workId} and closed_how = 'person' and code in ('CPR01', 'CPR03', 'CPR07')`.execute(
    work.db(),
  )
  for (const { statusId } of rows) await addChange(work, statusId, 'again')
}

function idOf(payload: unknown): Uuid {
  const { id } = payload as { readonly id?: unknown }
  const parsed = parseUuid(String(id ?? ''))
  if (parsed === null) throw new Error('A job of child protection information names its row')
  return parsed
}
