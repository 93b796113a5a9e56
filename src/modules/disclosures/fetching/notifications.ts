import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What a notice was about, as its receiver alone may read it. */
export type Notification = {
  readonly id: Uuid
  readonly topic: string
  readonly subject: Uuid
  readonly sequence: number
  readonly purpose: string
  readonly basis: string
  readonly about: Readonly<Record<string, unknown>>
}

/** Reads it for the system that it is for, and notes that it was fetched; null when there is none for that system today. Service listener. */
export async function fetchNotification(work: Work, id: Uuid, systemId: Uuid): Promise<Notification | null> {
  const { rows } = await sql<Notification>`
    select d.id, d.topic, d.subject, d.sequence, d.purpose, d.basis, c.about from disclosure d,
      lateral (select access.disclosure_content(d.id, ${systemId}) as about) c where d.id = ${id} and c.about is not null`.execute(
    work.db(),
  )
  const [found] = rows
  if (found === undefined) return null
  await sql`update disclosure_delivery set fetched_at = ${work.now} where disclosure_id = ${id}`.execute(
    work.db(),
  )
  return found
}

/** Closes the loop; once closed it stays closed. @returns false when there is none of that system's. Service listener. */
export async function acknowledge(work: Work, id: Uuid, systemId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ id: Uuid; state: string }>`
    select v.id, v.state from disclosure_delivery v join disclosure d on d.id = v.disclosure_id join subscription s on s.id = d.subscription_id
    where d.id = ${id} and s.partner_system_id = ${systemId} and v.state <> 'withdrawn' for update of v`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) return false
  if (row.state !== 'acknowledged')
    await sql`update disclosure_delivery set state = 'acknowledged', acknowledged_at = ${work.now} where id = ${row.id}`.execute(
      work.db(),
    )
  return true
}
