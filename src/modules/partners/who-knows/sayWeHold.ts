import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { OwnRecord } from './readWhoKnows.ts'

/** What an organisation says of the record that it holds. */
export type Held = {
  readonly sinceOn: Temporal.PlainDate
  readonly ask: string
  readonly isSensitive: boolean
}

/** Says that the acting person's organisation holds a record of a child, or says it anew. @returns false when a colleague was faster */
export async function sayWeHold(
  work: Work,
  of: { readonly personId: Uuid; readonly organisationId: Uuid },
  held: Held,
  own: OwnRecord | null,
): Promise<boolean> {
  const consent = held.isSensitive ? work.today : null
  const { numAffectedRows } =
    own === null
      ? await sql`insert into agency_record (id, person_id, organisation_id, since_on, ask, is_sensitive, consent_on, told_by, told_at)
          values (${makeUuid()}, ${of.personId}, ${of.organisationId}, ${held.sinceOn}, ${held.ask}, ${held.isSensitive}, ${consent}::date,
            ${work.actor.id}, ${work.now}) on conflict do nothing`.execute(work.db())
      : await sql`update agency_record set since_on = ${held.sinceOn}, ask = ${held.ask}, is_sensitive = ${held.isSensitive},
            consent_on = ${consent}::date, told_by = ${work.actor.id}, told_at = ${work.now}, version = version + 1
          where id = ${own.id} and version = ${own.version} and ended_on is null`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}

/** Says that it holds none any more: as of today. */
export async function sayWeHoldNone(work: Work, own: OwnRecord): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update agency_record set ended_on = greatest(${work.today}::date, since_on), told_by = ${work.actor.id},
      told_at = ${work.now}, version = version + 1 where id = ${own.id} and ended_on is null`.execute(
      work.db(),
    )
  return (numAffectedRows ?? 0n) > 0n
}
