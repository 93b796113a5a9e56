import { FlattenedSign } from 'jose'
import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { pauseAfter } from '../rules/retry.ts'
import { type Answer, postNotice } from './postNotice.ts'
import { signingKey } from './signingKey.ts'
import { type Due, takeDue } from './takeDue.ts'

export type Sending = {
  readonly database: Database
  readonly sealer: Sealer
  /** Whether addresses of this machine and of closed networks may be told, and by http: in a demonstration alone. */
  readonly allowsPrivate: boolean
}

/**
 * Sends every notice that is due, and notes what was answered. Who is killed between the two leaves it due: it goes again under the same id.
 * @returns how many were sent
 */
export async function deliverDue({ database, sealer, allowsPrivate }: Sending): Promise<number> {
  const listen = <R>(fn: (work: Work) => Promise<R>) =>
    database.as(serviceActor('listener'), 'disclosures', fn)
  const due = await listen(takeDue)
  if (due.length === 0) return 0
  const { key, kid } = await listen(work => signingKey(work, sealer))
  await Promise.all(
    due.map(async one => {
      const body = bodyOf(one)
      const { protected: header, signature } = await new FlattenedSign(Buffer.from(body))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'kith-notice' })
        .sign(key)
      const answer = await postNotice(one.address, {
        body,
        signature: `${header}..${signature}`, // detached: RFC 7515, appendix F
        allowsPrivate,
      })
      await listen(work => mark(work, one, answer))
    }),
  )
  return due.length
}

/** Ids alone: what it is about is fetched by whoever may. */
const bodyOf = ({ disclosureId, topic, subject, sequence, madeAt }: Due): string =>
  JSON.stringify({ id: disclosureId, topic, subject, sequence, at: madeAt.toString() })

/** Acknowledged meanwhile, it stays so. */
async function mark(work: Work, { id, tries }: Due, { code, problem }: Answer): Promise<void> {
  const isTaken = code !== null && code >= 200 && code < 300
  await sql`
    update disclosure_delivery set state = case when ${isTaken} then 'sent' else state end, sent_at = case when ${isTaken} then ${work.now}::timestamptz else sent_at end,
      last_code = ${code}::integer, last_problem = ${problem}::text, next_try_at = ${work.now.add({ minutes: pauseAfter(tries) })}
    where id = ${id} and state in ('waiting', 'sent')`.execute(work.db())
}
