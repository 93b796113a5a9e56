import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

export type Spend = {
  readonly id: Uuid
  readonly streamId: Uuid
  readonly spentOn: Temporal.PlainDate
  readonly amount: number
  readonly what: string
}
export type FundingStream = {
  readonly id: Uuid
  readonly name: string
  readonly source: string
  readonly amount: number
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly condition: string | null
  readonly evidence: string | null
}

/** What pays, by name. */
export const fundingStreams = readOnce(async (work: Work): Promise<readonly FundingStream[]> => {
  const rows = await work
    .db<WorkforceTables>()
    .selectFrom('funding_stream')
    .selectAll()
    .orderBy('name')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    source: row.source,
    amount: row.amount,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    condition: row.condition,
    evidence: row.evidence,
  }))
})

/** What was spent, the latest first. */
export const spending = readOnce(async (work: Work): Promise<readonly Spend[]> => {
  const rows = await work
    .db<WorkforceTables>()
    .selectFrom('funding_spend')
    .selectAll()
    .orderBy('spent_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    streamId: row.funding_stream_id,
    spentOn: row.spent_on,
    amount: row.amount,
    what: row.what,
  }))
})
