import { createHash } from 'node:crypto'
import type { Work } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import { CSRF_FIELD } from './formFields.ts'

interface SubmissionTables {
  'app.submission': { key: Uuid; actor_id: Uuid; body_hash: Buffer; location: string }
}

/** What is known of a submission's key: nothing yet; this very form, which led there; or another form. */
export type Submission =
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly location: string }
  | { readonly kind: 'other' }

/** SHA-256 over where a form was sent and what it held. */
export function submissionHash(path: string, sent: Readonly<Record<string, unknown>>): Buffer {
  const fields = Object.entries(sent)
    .filter(([name]) => name !== CSRF_FIELD)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([path, fields]))
    .digest()
}

/**
 * Looks a key up, in the transaction of its effect. Of two alike at once the second waits here for the first to end.
 */
export async function findSubmission(work: Work, key: Uuid, hash: Buffer): Promise<Submission> {
  const db = work.db<SubmissionTables>()
  await db
    .selectNoFrom(eb =>
      eb.fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(key), eb.val(0)])]).as('held'),
    )
    .execute()
  const row = await db
    .selectFrom('app.submission')
    .select(['body_hash', 'location'])
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return { kind: 'first' }
  return row.body_hash.equals(hash) ? { kind: 'again', location: row.location } : { kind: 'other' }
}

/** Keeps where the first sending led, so that a second leads there too without a second effect. */
export async function keepSubmission(work: Work, key: Uuid, hash: Buffer, location: string): Promise<void> {
  await work
    .db<SubmissionTables>()
    .insertInto('app.submission')
    .values({ key, actor_id: work.actor.id, body_hash: hash, location })
    .execute()
}
