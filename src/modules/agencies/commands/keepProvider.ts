import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Sealer } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { secretOf } from '#platform/sign-in'
import { endOfLondonDay } from '#reference'

/** A provider as an administrator names it. */
export type NamedProvider = {
  readonly organisationId: Uuid
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Its last day. */
  readonly lastDay: Temporal.PlainDate
}

/** Names an organisation's own identity provider; the secret is kept sealed. @returns its id; null where the organisation has one or may not */
export async function nameProvider(work: Work, sealer: Sealer, named: NamedProvider): Promise<Uuid | null> {
  const id = makeUuid()
  const sealed = await sealer.seal(secretOf(id), Buffer.from(named.clientSecret))
  const { organisationId, issuer, clientId, lastDay } = named
  const isDone = await isTrue(
    work,
    sql`access.name_provider(${id}::uuid, ${organisationId}::uuid, ${issuer}, ${clientId}, ${sealed}, ${endOfLondonDay(lastDay)})`,
  )
  if (!isDone) return null
  await note(work, 'provider_named', id, { organisationId, issuer })
  return id
}

/** Keeps another client id, and another secret if one was typed. @returns whether there was a provider to change */
export async function changeProvider(
  work: Work,
  sealer: Sealer,
  {
    id,
    clientId,
    clientSecret,
  }: { readonly id: Uuid; readonly clientId: string; readonly clientSecret: string },
): Promise<boolean> {
  const sealed = clientSecret === '' ? null : await sealer.seal(secretOf(id), Buffer.from(clientSecret))
  if (!(await isTrue(work, sql`access.change_provider(${id}::uuid, ${clientId}, ${sealed}::bytea)`)))
    return false
  await note(work, 'provider_changed', id, {})
  return true
}

/** Ends a provider and every session that it opened, at once. @returns whether there was anything to end */
export async function withdrawProvider(work: Work, id: Uuid): Promise<boolean> {
  if (!(await isTrue(work, sql`access.withdraw_provider(${id}::uuid)`))) return false
  await note(work, 'provider_withdrawn', id, {})
  return true
}

/** Lets somebody's next sign-in be their first, because their organisation gave them another account. */
export async function releaseIdentity(work: Work, id: Uuid, workerId: Uuid): Promise<boolean> {
  if (!(await isTrue(work, sql`access.release_identity(${id}::uuid, ${workerId}::uuid)`))) return false
  await note(work, 'identity_released', id, { workerId })
  return true
}

async function isTrue(work: Work, call: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select ${call} as done`.execute(work.db())
  return rows[0]?.done === true
}

async function note(
  work: Work,
  action: string,
  id: Uuid,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`insert into audit.entry (actor_id, action, resource, row_ids, detail)
    values (${work.actor.id}, ${action}, 'organisation_provider', ${[id]}::uuid[], ${JSON.stringify(detail)}::jsonb)`.execute(
    work.db(),
  )
}
