import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { BasisCode, Topic } from '../rules/topics.ts'

/** What a system of another organisation is told of. */
export type Subscription = {
  readonly id: Uuid
  readonly systemId: Uuid
  readonly system: string
  readonly topic: Topic
  readonly address: string
  readonly purpose: string
  readonly basisCode: BasisCode
  readonly basis: string
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** Every subscription that there ever was, by organisation and system. */
export async function subscriptions(work: Work): Promise<readonly Subscription[]> {
  const { rows } = await sql<Subscription>`
    select s.id, s.partner_system_id as "systemId", o.name || ': ' || y.name as system, s.topic, s.address, s.purpose, s.basis_code as "basisCode", s.basis,
      s.started_on as "startedOn", s.ended_on as "endedOn"
    from subscription s join partner_system y on y.id = s.partner_system_id join organisation o on o.id = y.organisation_id order by 3, s.topic, s.id`.execute(
    work.db(),
  )
  return rows
}
