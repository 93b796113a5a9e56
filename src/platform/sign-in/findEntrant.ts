import { sql } from 'kysely'
import { type Database, serviceActor, type UserClass, userClasses } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Clock } from '../time/index.ts'
import { recordRefusal } from './recordSignIn.ts'
import type { SignInTables } from './tables.ts'

/** What the identity provider says of someone: the claims of the ID token. */
export type Claims = Readonly<Record<string, unknown>>

/** How an authority reads its identity provider's claims. */
export interface EntryRules {
  /** Which claim names a worker: `sub` is compared with their sign-in subject, `email` with their e-mail address. */
  readonly subjectClaim?: 'sub' | 'email'
  /** Ways of proving oneself (RFC 8176) one of which `amr` must hold; none named, none is asked for. */
  readonly requiredMethods?: readonly string[]
}

/** Who comes in and as what; or nobody, without saying why: the reason stands in the audit. */
export type Entrant = { readonly workerId: Uuid; readonly class: UserClass } | null

/**
 * Finds the worker whom the claims name. Someone unknown, a leaver and one without a second factor get the same answer
 * by the same steps, so that neither words nor time tell who works here.
 */
export async function findEntrant(
  database: Database,
  clock: Clock,
  rules: EntryRules,
  claims: Claims,
): Promise<Entrant> {
  const now = clock.now()
  const { worker, mappings } = await look(database, rules, claims, now)
  const left = worker?.left_at != null && Temporal.Instant.compare(worker.left_at, now) <= 0
  const reason =
    worker === undefined ? 'unknown' : left ? 'left' : isProved(rules, claims) ? null : 'one_factor'
  if (worker === undefined || reason !== null) {
    await recordRefusal(database, reason ?? 'unknown', worker?.id ?? null)
    return null
  }
  return { workerId: worker.id, class: mappedClass(mappings, claims) ?? worker.class }
}

/** An address is no word of the council's provider about people for whom their own organisation's speaks. */
const hasNoProvider = (
  now: Temporal.Instant,
) => sql<boolean>`not exists (select from app.organisation_provider p
  where p.organisation_id = worker.organisation_id and p.withdrawn_at is null and p.expires_at > ${now})`

async function look(database: Database, rules: EntryRules, claims: Claims, now: Temporal.Instant) {
  const named = claims[rules.subjectClaim ?? 'sub']
  // An address that its holder has not proved could be anybody's.
  const trusted = rules.subjectClaim !== 'email' || claims['email_verified'] !== false
  const subject = typeof named === 'string' && trusted ? named : ''
  return database.as(serviceActor('porter'), 'sign_in', async work => {
    const db = work.db<SignInTables>()
    const workers = await db
      .selectFrom('worker')
      .select(['id', 'class', 'left_at'])
      .$if(rules.subjectClaim !== 'email', query => query.where('sign_in_subject', '=', subject))
      .$if(rules.subjectClaim === 'email', query =>
        query
          .where(eb => eb(eb.fn('lower', ['email']), '=', subject.toLowerCase()))
          .where(hasNoProvider(now)),
      )
      .limit(2)
      .execute()
    const mappings = await db.selectFrom('class_mapping').select(['claim', 'value', 'class']).execute()
    // Two workers with one address: neither can be told from the other.
    return { worker: workers.length === 1 ? workers[0] : undefined, mappings }
  })
}

/** Whether the provider reports one of the ways that are required. */
export function isProved(rules: EntryRules, claims: Claims): boolean {
  const required = rules.requiredMethods ?? []
  const used = Array.isArray(claims['amr']) ? claims['amr'] : []
  return required.length === 0 || required.some(method => used.includes(method))
}

/** The class that the claims give; of several the first in the order of classes, which is the least far-reaching. */
function mappedClass(
  mappings: readonly { claim: string; value: string; class: UserClass }[],
  claims: Claims,
): UserClass | undefined {
  const given = mappings.filter(({ claim, value }) => [claims[claim]].flat().includes(value))
  return userClasses.find(candidate => given.some(mapping => mapping.class === candidate))
}
