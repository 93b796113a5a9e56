import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** How it is known that an organisation holds a record of a child. */
export type How = 'works_with' | 'says_so' | 'hospital'

/** An organisation that holds a record: whom to ask, and no word of what is in it. */
export type Holder = {
  readonly how: How
  readonly organisationId: Uuid | null
  /** Null: a sensitive service, there by consent and without its name. */
  readonly organisation: string | null
  readonly kind: string | null
  /** The roles in which its people work with the child. */
  readonly roles: readonly string[]
  readonly ask: string | null
  readonly since: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate | null
}

/** Every organisation that holds a record of a child, as far as the reader may know who the child is; those of today first. */
export async function whoKnows(work: Work, personId: Uuid): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select 'works_with' as how, o.id as "organisationId", o.name as organisation, o.kind, array_agg(distinct i.role) as roles, null as ask,
      min(i.started_on) as since, case when bool_or(i.ended_on is null) then null else max(i.ended_on) end as until
    from involvement i left join worker w on w.id = i.worker_id join organisation o on o.id = coalesce(i.organisation_id, w.organisation_id)
    where i.person_id = ${personId} and o.kind <> 'council' group by o.id, o.name, o.kind
    union all
    select 'says_so', case when r.is_sensitive then null else o.id end, case when r.is_sensitive then null else o.name end,
      case when r.is_sensitive then null else o.kind end, '{}', r.ask, r.since_on, r.ended_on
    from agency_record r join organisation o on o.id = r.organisation_id where r.person_id = ${personId}
    union all
    select 'says_so', null, null, null, '{}', s.ask, s.since_on, s.ended_on from ${sensitive(work, personId)} s
    union all
    select 'hospital', o.id, o.name, o.kind, '{}', null, null, null
    from ${hospitals(work, personId)} h join organisation o on o.id = h.organisation_id
    order by until desc nulls first, organisation nulls last`.execute(work.db())
  return rows
}

/** Sensitive services of others, by a function of the present too. */
const sensitive = (work: Work, personId: Uuid) =>
  work.knownAt === null
    ? sql`access.sensitive_services_that_know(${personId})`
    : sql`(select null::text as ask, null::date as since_on, null::date as ended_on where false)`

/** Hospitals are told by a function of the present: a past moment and the director's question have none. */
const hospitals = (work: Work, personId: Uuid) =>
  work.knownAt === null && work.actor.class !== 'director'
    ? sql`access.hospitals_that_know(${personId})`
    : sql`(select null::uuid as organisation_id where false)`

/** What the reader's own organisation says of itself. */
export type OwnRecord = {
  readonly id: Uuid
  readonly sinceOn: Temporal.PlainDate
  readonly ask: string
  readonly isSensitive: boolean
  readonly version: number
}

/** @returns null where it says nothing today */
export async function ownRecord(work: Work, personId: Uuid, organisationId: Uuid): Promise<OwnRecord | null> {
  const { rows } = await sql<OwnRecord>`
    select id, since_on as "sinceOn", ask, is_sensitive as "isSensitive", version from agency_record
    where person_id = ${personId} and organisation_id = ${organisationId} and ended_on is null`.execute(
    work.db(),
  )
  return rows[0] ?? null
}
