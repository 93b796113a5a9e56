import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import { claimedSystem, keySetSchema, readAssertion } from './readAssertion.ts'
import { isSystemScope, type SystemScope } from './scopes.ts'

/** How long a token stands: a key that is taken away is of no use ten minutes later. */
const TOKEN_SECONDS = 600

/** What a token request sent, as OAuth names it (RFC 6749, section 4.4). */
export type TokenRequest = {
  readonly assertion: string
  /** Left out: everything that the system may do. */
  readonly scope: string | null
  readonly audience: string
}

export type TokenGrant =
  | {
      readonly kind: 'granted'
      readonly token: string
      readonly seconds: number
      readonly scopes: readonly SystemScope[]
    }
  | { readonly kind: 'refused'; readonly error: 'invalid_client' | 'invalid_scope' }

const refused = (error: 'invalid_client' | 'invalid_scope'): TokenGrant => ({ kind: 'refused', error })

/** Gives a system that proves itself a token for minutes, in one transaction with the note of it. Service listener. */
export async function grantToken(
  work: Work,
  { assertion, scope, audience }: TokenRequest,
): Promise<TokenGrant> {
  const system = await systemOn(work, parseUuid(claimedSystem(assertion) ?? ''))
  if (system === null) return refused('invalid_client')
  const proof = await readAssertion(assertion, {
    systemId: system.id,
    keys: keySetSchema.parse(system.keys),
    audience,
    now: work.now,
  })
  if (proof === null || !(await isFirst(work, system.id, proof.number, proof.expiresAt)))
    return refused('invalid_client')
  const asked = scope === null ? system.scopes : scope.split(' ').filter(word => word !== '')
  const scopes = asked.filter(isSystemScope).filter(one => system.scopes.includes(one))
  if (scopes.length === 0 || scopes.length < asked.length) return refused('invalid_scope')
  const token = randomBytes(32).toString('base64url')
  await sql`insert into app.system_token (token_hash, system_id, scopes, expires_at)
    values (${hashOf(token)}, ${system.id}, ${scopes}, ${work.now.add({ seconds: TOKEN_SECONDS })})`.execute(
    work.db(),
  )
  await sql`insert into audit.entry (actor_id, action, resource, row_ids, detail)
    values (${work.actor.id}, 'sign_in', 'partner_system', ${[system.id]}::uuid[], ${JSON.stringify({ scopes })})`.execute(
    work.db(),
  )
  return { kind: 'granted', token, seconds: TOKEN_SECONDS, scopes }
}

/** A system as its token shows it. */
export type System = {
  readonly id: Uuid
  readonly organisationId: Uuid
  /** The organisation codes for which it may speak, in capitals. */
  readonly codes: readonly string[]
  readonly scopes: readonly SystemScope[]
}

/** Whose token this is today; null: nobody's, of a system that ended, or past its minutes. Service listener. */
export async function systemOfToken(work: Work, token: string): Promise<System | null> {
  const { rows } = await sql<{ id: Uuid; organisation_id: Uuid; codes: string[]; scopes: SystemScope[] }>`
    select s.id, s.organisation_id, s.codes, array(select unnest(t.scopes) intersect select unnest(s.scopes)) as scopes
    from app.system_token t join partner_system s on s.id = t.system_id
    where t.token_hash = ${hashOf(token)} and t.expires_at > ${work.now} and s.started_on <= ${work.today}
      and (s.ended_on is null or s.ended_on >= ${work.today})`.execute(work.db())
  const [row] = rows
  return row === undefined
    ? null
    : { id: row.id, organisationId: row.organisation_id, codes: row.codes, scopes: row.scopes }
}

/** Takes away what has lapsed: tokens, and the numbers of proofs that could no longer be sent again. Service listener. */
export async function clearLapsedTokens(work: Work): Promise<void> {
  await sql`delete from app.system_token where expires_at < ${work.now}`.execute(work.db())
  await sql`delete from app.system_assertion where expires_at < ${work.now.subtract({ hours: 1 })}`.execute(
    work.db(),
  )
}

type Row = { readonly id: Uuid; readonly scopes: readonly string[]; readonly keys: unknown }

async function systemOn(work: Work, id: Uuid | null): Promise<Row | null> {
  if (id === null) return null
  const { rows } =
    await sql<Row>`select id, scopes, keys from partner_system where id = ${id} and started_on <= ${work.today}
    and (ended_on is null or ended_on >= ${work.today})`.execute(work.db())
  return rows[0] ?? null
}

async function isFirst(
  work: Work,
  systemId: Uuid,
  number: string,
  expiresAt: Temporal.Instant,
): Promise<boolean> {
  const { rows } =
    await sql`insert into app.system_assertion (system_id, number, expires_at) values (${systemId}, ${number}, ${expiresAt})
    on conflict do nothing returning number`.execute(work.db())
  return rows.length > 0
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
