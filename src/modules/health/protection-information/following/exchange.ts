import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Uuid } from '#platform/ids'
import { keepMessage } from '#platform/messages'
import { takeMessage } from '../answers/takeMessage.ts'
import type { Mailbox } from './mailbox.ts'
import { ownerTeam } from './ownerTeam.ts'
import { openWork } from './works.ts'

type Keeping = { readonly database: Database; readonly sealer: Sealer }

/** At one turn; the next goes on. */
const MOST = 500

/** Hands over the file that waits, and takes in what the mailbox holds: each message is acknowledged only once it is kept. */
export async function exchange(keeping: Keeping, mailbox: Mailbox): Promise<void> {
  await sendWaiting(keeping, mailbox)
  for (let taken = 0; taken < MOST; taken += 1) {
    const message = await mailbox.next()
    if (message === null) return
    if (!(await keep(keeping, message))) return
    await mailbox.acknowledge(message.id)
  }
}

const listen = <R>({ database }: Keeping, fn: (work: Work) => Promise<R>): Promise<R> =>
  database.as(serviceActor('listener'), 'protection', fn)

/** Handed over first and noted afterwards: a crash between sends the same file under the same id again, and never none. */
async function sendWaiting(keeping: Keeping, mailbox: Mailbox): Promise<void> {
  const file = await listen(keeping, async work => {
    const { rows } = await sql<{ id: Uuid; sequence: number; sealed: Buffer }>`
      select f.id, f.sequence, b.sealed from protection_file f join protection_file_body b on b.file_id = f.id
      where f.sent_at is null and f.answered_at is null and f.given_up_at is null`.execute(work.db())
    return rows[0]
  })
  if (file === undefined) return
  const bytes = await keeping.sealer.open(`protection file ${file.id}`, file.sealed)
  if (bytes === null) throw new Error('A file to the NHS does not open')
  await mailbox.send(bytes, { localId: file.id, subject: `File ${file.sequence}` })
  await listen(keeping, work =>
    sql`update protection_file set sent_at = ${work.now}, sent_how = 'mesh' where id = ${file.id} and sent_at is null`.execute(
      work.db(),
    ),
  )
}

/** What is no such message is kept too, apart, as work: nothing is taken out of the mailbox and lost. @returns false while nobody answers for it */
async function keep(
  keeping: Keeping,
  { id, bytes }: { readonly id: string; readonly bytes: Uint8Array },
): Promise<boolean> {
  return await listen(keeping, async work => {
    const teamId = await ownerTeam(work)
    if (teamId === null) return false
    const taken = await takeMessage(work, keeping.sealer, { bytes, teamId, takenBy: null })
    if (taken.kind !== 'unreadable') return true
    await keepMessage(work, keeping.sealer, {
      ...{ senderId: null, saidSender: null, channel: 'mesh', controlId: id, bytes },
      ...{ answerCode: 'AE', answer: new Uint8Array(), fault: 'no_message_of_protection_information' },
    })
    await openWork(work, { code: 'unreadable', teamId, detail: `Message ${id} of the mailbox` })
    return true
  })
}
