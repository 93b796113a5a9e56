import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { BasisCode, Topic, Withheld } from '../rules/topics.ts'

export type State = 'waiting' | 'sent' | 'acknowledged' | 'dead' | 'withdrawn'

/** One disclosure, without of whom. */
export type ListedDisclosure = {
  readonly id: Uuid
  readonly deliveryId: Uuid | null
  readonly organisation: string
  readonly topic: Topic
  readonly purpose: string
  readonly basisCode: BasisCode
  readonly shared: readonly string[]
  readonly withheld: readonly Withheld[]
  readonly tried: string
  readonly madeAt: Temporal.Instant
  /** Null: nothing was shared. */
  readonly state: State | null
  readonly tries: number | null
  readonly lastCode: number | null
  readonly lastProblem: string | null
}

/** What left, newest first; only what stands so where a state is asked for. */
export async function readDisclosures(
  work: Work,
  { limit, offset = 0, state = null }: { limit: number; offset?: number; state?: State | null },
): Promise<readonly ListedDisclosure[]> {
  const { rows } = await sql<ListedDisclosure>`
    select d.id, v.id as "deliveryId", o.name as organisation, d.topic, d.purpose, d.basis_code as "basisCode", d.shared, d.withheld,
      d.identifier_tried as tried, d.made_at as "madeAt", v.state, v.tries, v.last_code as "lastCode", v.last_problem as "lastProblem"
    from disclosure d join subscription s on s.id = d.subscription_id join partner_system y on y.id = s.partner_system_id
    join organisation o on o.id = y.organisation_id left join disclosure_delivery v on v.disclosure_id = d.id
    where ${state}::text is null or v.state = ${state} order by d.made_at desc, d.id desc limit ${limit} offset ${offset}`.execute(
    work.db(),
  )
  return rows
}

/** How many stand how; under '' those of which nothing was shared. */
export async function countDisclosures(work: Work): Promise<ReadonlyMap<State | '', number>> {
  const { rows } = await sql<{ state: State | ''; count: number }>`
    select coalesce(v.state, '') as state, count(*)::integer as count from disclosure d left join disclosure_delivery v on v.disclosure_id = d.id group by 1`.execute(
    work.db(),
  )
  return new Map(rows.map(({ state, count }) => [state, count]))
}
