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

/**
 * What left, newest first; only what stands so where a state is asked for. Disclosures are never altered: of a past moment those made until then are
 * shown, with how their notices stand now.
 */
export async function readDisclosures(
  work: Work,
  { limit, offset = 0, state = null }: { limit: number; offset?: number; state?: State | null },
): Promise<readonly ListedDisclosure[]> {
  const { rows } = await sql<ListedDisclosure>`
    select id, delivery_id as "deliveryId", organisation, topic, purpose, basis_code as "basisCode", shared, withheld, tried, made_at as "madeAt",
      state, tries, last_code as "lastCode", last_problem as "lastProblem"
    from access.disclosures_made(${work.now}, ${state}::text, ${limit}, ${offset})`.execute(work.db())
  return rows
}

/** How many stand how; under '' those of which nothing was shared. */
export async function countDisclosures(work: Work): Promise<ReadonlyMap<State | '', number>> {
  const { rows } = await sql<{ state: State | ''; count: number }>`
    select state, count from access.disclosure_counts(${work.now})`.execute(work.db())
  return new Map(rows.map(({ state, count }) => [state, count]))
}
