import { sql } from 'kysely'
import { serviceActor, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Failure, failureOf, MailboxFault, type Step } from '../../mesh/index.ts'
import { keepLetter } from './keepLetter.ts'
import type { Keeping, Post } from './post.ts'

/** What came of an exchange. */
export type Exchanged = {
  /** The NHS's own name for the file that went; null: none did. */
  readonly sent: string | null
  readonly taken: number
  /** What is left in the mailbox; null: it could not be asked. */
  readonly waiting: number | null
  readonly failures: readonly Failure[]
}

/** After so many messages in a row that could not be taken in, the rest waits for the next turn: the line itself is down. */
const MOST_FAILURES = 5

/**
 * Hands over the file that waits, and takes in what the mailbox holds: each message is acknowledged only once it is kept. What fails is told, stays
 * as it was, and holds up nothing else.
 */
export async function exchange(keeping: Keeping, post: Post): Promise<Exchanged> {
  const { mailbox } = post
  const failures: Failure[] = []
  const attempt = async <R>(step: Step, fn: () => Promise<R>): Promise<{ readonly value: R } | null> => {
    try {
      return { value: await fn() }
    } catch (error) {
      if (!(error instanceof MailboxFault)) throw error
      failures.push(failureOf(step, error))
      return null
    }
  }
  const sent = await attempt('send', () => sendWaiting(keeping, post))
  const ids = (await attempt('list', () => mailbox.waiting()))?.value ?? []
  const isListed = !failures.some(({ step }) => step === 'list')
  let [taken, inARow] = [0, 0]
  for (const id of ids) {
    const letter = await attempt('fetch', () => mailbox.fetch(id))
    const kept = letter && (await attempt('keep', () => keepLetter(keeping, post, letter.value)))
    const done = kept && (await attempt('acknowledge', () => mailbox.acknowledge(id)))
    if (done) taken += 1
    inARow = done ? 0 : inARow + 1
    if (inARow === MOST_FAILURES) break
  }
  return { sent: sent?.value ?? null, taken, waiting: isListed ? ids.length - taken : null, failures }
}

type Waiting = { readonly id: Uuid; readonly sequence: number; readonly sealed: Buffer }

/** Handed over first and noted afterwards: a crash between sends the same file under the same id again, and never none. */
async function sendWaiting(
  { database, sealer }: Keeping,
  { mailbox, to, workflow }: Post,
): Promise<string | null> {
  const listen = <R>(fn: (work: Work) => Promise<R>) =>
    database.as(serviceActor('listener'), 'protection', fn)
  const { rows } = await listen(work =>
    sql<Waiting>`select f.id, f.sequence, b.sealed from protection_file f join protection_file_body b on b.file_id = f.id
      where f.sent_at is null and f.answered_at is null and f.given_up_at is null`.execute(work.db()),
  )
  const [file] = rows
  if (file === undefined) return null
  const bytes = await sealer.open(`protection file ${file.id}`, file.sealed)
  if (bytes === null) throw new MailboxFault('not_opened')
  const name = { localId: file.id, fileName: `file-${file.sequence}.xml`, subject: `File ${file.sequence}` }
  const sent = await mailbox.send({ to, workflow, bytes, ...name })
  await listen(work =>
    sql`update protection_file set sent_at = ${work.now}, sent_how = 'mesh' where id = ${file.id} and sent_at is null`.execute(
      work.db(),
    ),
  )
  return sent
}
