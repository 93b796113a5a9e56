import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '../../db/index.ts'
import type { Uuid } from '../../ids/index.ts'
import { type Claims, type Entrant, type EntryRules, isProved } from '../findEntrant.ts'
import { recordRefusal, recordSignIn } from '../recordSignIn.ts'
import { isIssuer } from './issuerAddress.ts'
import type { StandingProvider } from './standingProviders.ts'
import type { ProviderTables } from './tables.ts'

/**
 * Finds the worker whom an organisation's own provider names: by the subject that was bound at their first sign-in, and at the first by their
 * e-mail address. It speaks for workers of its organisation alone, and never says of which class somebody is: that the directory says.
 */
export async function findEntrantOf(
  database: Database,
  provider: Pick<StandingProvider, 'id' | 'issuer'>,
  rules: EntryRules,
  claims: Claims,
): Promise<Entrant> {
  const { sub } = claims
  const isOurs = typeof sub === 'string' && sub !== '' && isIssuer(claims['iss'], provider.issuer)
  const found = isOurs
    ? await database.as(serviceActor('porter'), 'sign_in', work => look(work, provider, sub, claims))
    : { kind: 'unknown' as const, workerId: null }
  if (found.kind !== 'found') {
    await recordRefusal(database, found.kind, found.workerId)
    return null
  }
  if (!isProved(rules, claims)) {
    await recordRefusal(database, 'one_factor', found.workerId)
    return null
  }
  const worker = { id: found.workerId, class: 'practitioner' } as const
  if (found.isFirst) {
    // Of two first sign-ins at once the later looks again: it may be another subject that was bound to them.
    if (!(await bind(database, provider, String(sub), worker.id)))
      return await findEntrantOf(database, provider, rules, claims)
    await recordSignIn(database, worker, 'identity_bound')
  }
  return { workerId: worker.id, class: worker.class }
}

type Found =
  | { readonly kind: 'unknown' | 'other_organisation'; readonly workerId: Uuid | null }
  | { readonly kind: 'found'; readonly workerId: Uuid; readonly isFirst: boolean }

async function look(
  work: Work,
  { id, issuer }: Pick<StandingProvider, 'id' | 'issuer'>,
  subject: string,
  claims: Claims,
): Promise<Found> {
  const bound = await work
    .db<ProviderTables>()
    .selectFrom('app.worker_identity')
    .select('worker_id')
    .select(({ ref }) => admits(id, ref('worker_id')).as('admitted'))
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (bound !== undefined)
    return bound.admitted
      ? { kind: 'found', workerId: bound.worker_id, isFirst: false }
      : { kind: 'other_organisation', workerId: bound.worker_id }
  return await lookByAddress(work, { id, issuer }, claims)
}

/** Nobody's yet: whose address it is, of its organisation, whom the issuer has not named by another subject. */
async function lookByAddress(
  work: Work,
  { id, issuer }: Pick<StandingProvider, 'id' | 'issuer'>,
  claims: Claims,
): Promise<Found> {
  const { email } = claims
  // An address that its holder has not proved could be anybody's.
  if (typeof email !== 'string' || email === '' || claims['email_verified'] === false)
    return { kind: 'unknown', workerId: null }
  const workers = await work
    .db<ProviderTables>()
    .selectFrom('worker')
    .leftJoin('app.worker_identity as identity', join =>
      join.onRef('identity.worker_id', '=', 'worker.id').on('identity.issuer', '=', issuer),
    )
    .select(['worker.id', 'identity.subject'])
    .select(({ ref }) => admits(id, ref('worker.id')).as('admitted'))
    .where(eb => eb(eb.fn('lower', ['worker.email']), '=', email.toLowerCase()))
    .execute()
  const own = workers.filter(({ admitted }) => admitted)
  const [one] = own
  if (one !== undefined && own.length === 1 && one.subject === null)
    return { kind: 'found', workerId: one.id, isFirst: true }
  const [other] = workers
  return one === undefined && other !== undefined
    ? { kind: 'other_organisation', workerId: other.id }
    : { kind: 'unknown', workerId: null }
}

const admits = (provider: Uuid, worker: unknown) =>
  sql<boolean>`access.provider_admits(${provider}::uuid, ${worker})`

async function bind(
  database: Database,
  { issuer }: Pick<StandingProvider, 'issuer'>,
  subject: string,
  workerId: Uuid,
): Promise<boolean> {
  const bound = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<ProviderTables>()
      .insertInto('app.worker_identity')
      .values({ issuer, subject, worker_id: workerId })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst(),
  )
  return (bound.numInsertedOrUpdatedRows ?? 0n) > 0n
}
