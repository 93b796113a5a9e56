import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** Each table of the workforce with the one that its row hangs from. */
const tables: readonly (readonly [table: string, parent?: string])[] = [
  ['funding_stream'],
  ['funding_spend', 'funding_stream'],
  ['established_post'],
  ['recruitment', 'established_post'],
  ['rollout_wave'],
  ['rollout_team', 'rollout_wave'],
  ['capacity_scenario'],
  ['team_split'],
  ['recommendation'],
  ['decision', 'recommendation'],
  ['invest_case'],
  ['invest_period', 'invest_case'],
]

/** @returns one row of each table of the workforce. */
export function workforceRows(next: () => Uuid): readonly KnownRow[] {
  const ids = new Map(tables.map(([table]) => [table, next()]))
  return [...ids].map(([table, id]) => {
    const parent = tables.find(([name]) => name === table)?.[1]
    const paperId = parent === undefined ? undefined : ids.get(parent)
    return { table, id, personIds: [], ...(paperId === undefined ? {} : { paperId }) }
  })
}

/** @returns the columns of such a row, and null for any other. */
export function workforceValues(world: World, row: KnownRow, word: string): Values | null {
  const on = londonDate(world.now).subtract({ days: 30 })
  const team_id = world.teams[0]?.id
  const put = { body: 'Invented body', words: word, amount: 10 }
  const made: Readonly<Record<string, Values>> = {
    funding_stream: { name: word, source: word, amount: 1000, starts_on: on },
    funding_spend: { funding_stream_id: row.paperId, spent_on: on, amount: 5, what: word },
    established_post: { team_id, title: word, discipline: 'mental_health', fte: 1, opened_on: on },
    recruitment: { established_post_id: row.paperId, advertised_on: on },
    rollout_wave: { number: 1, name: word, planned_on: on },
    rollout_team: { wave_id: row.paperId, team_id, planned_on: on },
    capacity_scenario: { name: word, basis_on: on, basis: {}, chosen: {} },
    team_split: { team_id, into_name: word, planned_on: on },
    recommendation: { ...put, subject: word, meets_on: on, author_role: 'Director' },
    decision: { ...put, recommendation_id: row.paperId, decided_on: on, status: 'endorsed' },
    invest_case: {
      title: word,
      starts_on: on,
      investment: 100,
      avoids: word,
      week_cost: 10,
      cost_source: word,
    },
    invest_period: {
      case_id: row.paperId,
      kind: 'actual',
      from_day: on,
      until_day: on,
      spent: 1,
      weeks_avoided: 1,
      how: word,
    },
  }
  return made[row.table] ?? null
}
