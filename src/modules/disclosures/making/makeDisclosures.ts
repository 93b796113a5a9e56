import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { chooseShared, type Topic } from '../rules/topics.ts'

type Fact = {
  readonly subscriptionId: Uuid
  readonly topic: Topic
  readonly eventId: Uuid
  readonly personId: Uuid
  readonly isRestricted: boolean
  readonly hasNumber: boolean
}

/**
 * Writes down each event that a subscription has not heard of: what it is told, or why nothing. Of two who do it at once the second finds nothing.
 * Service listener.
 * @returns how many events were written down
 */
export async function makeDisclosures(work: Work): Promise<number> {
  await sql`select pg_advisory_xact_lock(7413)`.execute(work.db())
  const { rows } = await sql<Fact>`
    select subscription_id as "subscriptionId", topic, event_id as "eventId", person_id as "personId", is_restricted as "isRestricted",
      has_number as "hasNumber" from access.disclosure_facts()`.execute(work.db())
  for (const fact of rows) await keep(work, fact)
  return rows.length
}

async function keep(work: Work, fact: Fact): Promise<void> {
  const { subscriptionId, topic, eventId, personId, isRestricted, hasNumber } = fact
  const { shared, withheld, identifier, tried } = chooseShared(topic, isRestricted, hasNumber)
  const id = makeUuid()
  const { subject, next } = await placeOf(work, subscriptionId, personId)
  await sql`
    insert into disclosure (id, subscription_id, person_id, topic, event_id, subject, sequence, purpose, basis_code, basis, shared, withheld, identifier,
      identifier_tried, made_at)
    select ${id}, s.id, ${personId}, ${topic}, ${eventId}, ${subject}, ${isRestricted ? null : next}::integer, s.purpose, s.basis_code, s.basis,
      ${[...shared]}::text[], ${JSON.stringify(withheld)}::jsonb, ${identifier}, ${tried}, ${work.now} from subscription s where s.id = ${subscriptionId}`.execute(
    work.db(),
  )
  if (isRestricted) return
  await sql`insert into disclosure_delivery (disclosure_id, person_id, next_try_at) values (${id}, ${personId}, ${work.now})`.execute(
    work.db(),
  )
}

/** By what the other system knows the child, and the number of what it is told of them next. */
async function placeOf(
  work: Work,
  subscriptionId: Uuid,
  personId: Uuid,
): Promise<{ readonly subject: Uuid; readonly next: number }> {
  const { rows } = await sql<{ subject: Uuid; last: number | null }>`
    select d.subject, (select max(o.sequence) from disclosure o where o.subscription_id = d.subscription_id and o.subject = d.subject) as last
    from disclosure d where d.subscription_id = ${subscriptionId} and d.person_id = ${personId} order by d.id desc limit 1`.execute(
    work.db(),
  )
  // Random through and through: an id that counts up would tell when somebody was first told of.
  return { subject: rows[0]?.subject ?? (crypto.randomUUID() as Uuid), next: (rows[0]?.last ?? 0) + 1 }
}
