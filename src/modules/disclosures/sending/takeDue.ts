import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { HOURS_TRIED, LEASE_MINUTES } from '../rules/retry.ts'

const AT_ONCE = 50

/** A notice to send now. */
export type Due = {
  readonly id: Uuid
  readonly disclosureId: Uuid
  readonly topic: string
  readonly subject: Uuid
  readonly sequence: number
  readonly address: string
  readonly tries: number
  readonly madeAt: Temporal.Instant
}

/** Takes back what may no longer be told, gives up what was tried for long enough, and takes the first of each subject that is due. Service listener. */
export async function takeDue(work: Work): Promise<readonly Due[]> {
  await sql`
    update disclosure_delivery v set state = 'withdrawn', withdrawn_why = access.disclosure_bar(d.subscription_id, d.person_id)
    from disclosure d where d.id = v.disclosure_id and v.state in ('waiting', 'sent')
      and access.disclosure_bar(d.subscription_id, d.person_id) is not null`.execute(work.db())
  await sql`
    update disclosure_delivery set state = 'dead' where state in ('waiting', 'sent') and next_try_at <= ${work.now}
      and first_tried_at <= ${work.now.subtract({ hours: HOURS_TRIED })}`.execute(work.db())
  const { rows } = await sql<Due>`
    update disclosure_delivery v set tries = v.tries + 1, first_tried_at = coalesce(v.first_tried_at, ${work.now}),
      next_try_at = ${work.now.add({ minutes: LEASE_MINUTES })}
    from disclosure d, subscription s
    where d.id = v.disclosure_id and s.id = d.subscription_id and v.id in (
      select w.id from disclosure_delivery w join disclosure o on o.id = w.disclosure_id
      where w.state in ('waiting', 'sent') and w.next_try_at <= ${work.now} and not exists (
        select from disclosure_delivery b join disclosure e on e.id = b.disclosure_id
        where e.subscription_id = o.subscription_id and e.subject = o.subject and e.sequence < o.sequence and b.state in ('waiting', 'sent'))
      order by w.next_try_at limit ${AT_ONCE} for update of w skip locked)
    returning v.id, d.id as "disclosureId", d.topic, d.subject, d.sequence, s.address, v.tries, d.made_at as "madeAt"`.execute(
    work.db(),
  )
  return rows
}
