import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hashToken, makeToken } from '#platform/sign-in'
import { readSetting } from '../settings/readSetting.ts'

/** What is shown once and kept nowhere but as a hash. */
export type WorkerInvitation = { readonly link: string; readonly endsAt: Temporal.Instant }

/** Invites a worker of another organisation: whatever they had before is void. @returns null for whoever may not be invited */
export async function inviteWorker(work: Work, workerId: Uuid): Promise<WorkerInvitation | null> {
  const { hours, days } = await readSetting(work, 'invited.limits')
  const link = makeToken()
  const endsAt = work.now.add({ hours })
  const isDone = await isTrue(
    work,
    sql`access.invite_worker(${workerId}::uuid, ${hashToken(link)}, ${endsAt}, ${work.now.add({ hours: 24 * days })})`,
  )
  if (!isDone) return null
  await note(work, 'worker_invited', workerId)
  return { link, endsAt }
}

/** Ends invitation, keys and sessions at once. @returns whether there was anything to end */
export async function withdrawInvited(work: Work, workerId: Uuid): Promise<boolean> {
  if (!(await isTrue(work, sql`access.withdraw_invited(${workerId}::uuid)`))) return false
  await note(work, 'invitation_withdrawn', workerId)
  return true
}

async function isTrue(work: Work, call: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select ${call} as done`.execute(work.db())
  return rows[0]?.done === true
}

async function note(work: Work, action: string, workerId: Uuid): Promise<void> {
  await sql`insert into audit.entry (actor_id, action, resource, row_ids, detail)
    values (${work.actor.id}, ${action}, 'invited_worker', ${[workerId]}::uuid[], '{}')`.execute(work.db())
}
