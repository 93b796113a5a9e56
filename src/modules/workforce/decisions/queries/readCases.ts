import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'
import type { Period } from '../rules/invest.ts'

/** A case for spending now so that places are not needed later. */
export type InvestCase = {
  readonly id: Uuid
  readonly title: string
  readonly recommendationId: Uuid | null
  readonly startsOn: Temporal.PlainDate
  readonly investment: number
  readonly avoids: string
  readonly weekCost: number
  readonly costSource: string
}

/** A period as it stands now: what corrected an earlier row takes its place, and the earlier row stays. */
export type CasePeriod = Period & {
  readonly id: Uuid
  readonly kind: 'forecast' | 'actual'
  readonly how: string
  readonly isCorrection: boolean
}

/** Cases, the newest first. */
export async function readCases(work: Work, id?: Uuid): Promise<readonly InvestCase[]> {
  let query = work
    .db<WorkforceTables>()
    .selectFrom('invest_case')
    .select(['id', 'title', 'recommendation_id', 'starts_on', 'avoids', 'cost_source'])
    .select([
      sql<number>`investment::float8`.as('investment_sum'),
      sql<number>`week_cost::float8`.as('week_sum'),
    ])
    .orderBy('starts_on', 'desc')
    .orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.execute()).map(row => ({
    id: row.id,
    title: row.title,
    recommendationId: row.recommendation_id,
    startsOn: row.starts_on,
    investment: row.investment_sum,
    avoids: row.avoids,
    weekCost: row.week_sum,
    costSource: row.cost_source,
  }))
}

/** The periods of a case, forecast and actual, in their order. */
export async function readPeriods(work: Work, caseId: Uuid): Promise<readonly CasePeriod[]> {
  const rows = await work
    .db<WorkforceTables>()
    .selectFrom('invest_period')
    .select(['id', 'kind', 'from_day', 'until_day', 'how', 'corrects_id'])
    .select([sql<number>`spent::float8`.as('spent_sum'), sql<number>`weeks_avoided::float8`.as('weeks')])
    .where('case_id', '=', caseId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  const corrected = new Set(rows.flatMap(({ corrects_id }) => corrects_id ?? []))
  return rows
    .filter(({ id }) => !corrected.has(id))
    .map(row => ({
      id: row.id,
      kind: row.kind,
      from: row.from_day,
      until: row.until_day,
      spent: row.spent_sum,
      weeksAvoided: row.weeks,
      how: row.how,
      isCorrection: row.corrects_id !== null,
    }))
}

/** How safe children were in a period: counts of the record. */
export type Safety = {
  readonly visits: number
  readonly visitsInTime: number
  readonly plans: number
  readonly repeatPlans: number
  readonly referrals: number
  readonly reReferrals: number
}

/** Safety in each of these periods, in their order. */
export async function readSafety(
  work: Work,
  periods: readonly Pick<Period, 'from' | 'until'>[],
): Promise<readonly Safety[]> {
  if (periods.length === 0) return []
  const { rows } = await sql<Safety & { from_day: Temporal.PlainDate }>`
    select from_day, visits, visits_in_time as "visitsInTime", plans, repeat_plans as "repeatPlans", referrals,
      re_referrals as "reReferrals"
    from access.safety_in(${periods.map(({ from }) => from.toString())}::date[], ${periods.map(({ until }) => until.toString())}::date[])`.execute(
    work.db(),
  )
  const none = { visits: 0, visitsInTime: 0, plans: 0, repeatPlans: 0, referrals: 0, reReferrals: 0 }
  return periods.map(({ from }) => rows.find(row => row.from_day.equals(from)) ?? none)
}
