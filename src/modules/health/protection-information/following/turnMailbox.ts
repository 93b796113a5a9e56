import { serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { JobContext } from '#platform/jobs'
import {
  beginTurn,
  endTurn,
  type Failure,
  failureOf,
  isSilent,
  MailboxFault,
  readMailbox,
} from '../../mesh/index.ts'
import { exchange } from './exchange.ts'
import type { Post } from './post.ts'

/**
 * One turn of the mailbox: once a day the NHS is told that it is in use, then file and messages are exchanged. How it went is kept, for the pages
 * and for whoever watches the log.
 * @param post null: no mailbox is connected, and that is kept too
 */
export async function turnMailbox(
  { database, log }: JobContext,
  sealer: Sealer,
  post: Post | null,
): Promise<void> {
  const listen = <R>(fn: (work: Work) => Promise<R>) =>
    database.as(serviceActor('listener'), 'protection', fn)
  const mailbox = post?.mailbox.id ?? null
  const isDue = await listen(work => beginTurn(work, mailbox))
  if (post === null || mailbox === null) return
  const unvalidated = isDue ? await validate(post) : null
  const { sent, taken, waiting, failures } = await exchange({ database, sealer }, post)
  const all = [...(unvalidated ?? []), ...failures]
  const standing = await listen(async work => {
    await endTurn(work, mailbox, { isValidated: unvalidated?.length === 0, waiting, failures: all })
    const read = await readMailbox(work)
    return read !== null && isSilent(read, work.now)
  })
  if (sent !== null || taken > 0)
    log.info('exchanged with the mailbox at the NHS', { file: sent, taken, waiting })
  for (const failure of all) log.warn('a step with the mailbox at the NHS failed', failure)
  if (standing) log.error('the mailbox at the NHS was not read for more than an hour', { mailbox })
}

/** @returns why the NHS could not be told; nothing when it was */
async function validate({ mailbox }: Post): Promise<readonly Failure[]> {
  try {
    await mailbox.validate()
    return []
  } catch (error) {
    if (!(error instanceof MailboxFault)) throw error
    return [failureOf('validate', error)]
  }
}
