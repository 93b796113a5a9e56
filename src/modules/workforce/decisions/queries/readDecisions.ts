import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

/** What was recommended to a body. */
export type Recommendation = {
  readonly id: Uuid
  readonly subject: string
  readonly body: string
  readonly meetsOn: Temporal.PlainDate
  readonly item: string | null
  readonly authorRole: string
  readonly words: string
  readonly amount: number
  readonly scenarioId: Uuid | null
  readonly correctionReason: string | null
}

/** What it decided. */
export type Decision = {
  readonly id: Uuid
  readonly body: string
  readonly decidedOn: Temporal.PlainDate
  readonly item: string | null
  readonly words: string
  readonly amount: number
  readonly status: WorkforceTables['decision']['status']
  readonly correctionReason: string | null
}

/** Something with the corrections made of it: the last one stands, the others are kept and shown. */
export type Corrected<Said> = { readonly first: Said; readonly now: Said; readonly all: readonly Said[] }

/** A recommendation and what was decided on it: two records, side by side. */
export type Register = {
  readonly recommendation: Corrected<Recommendation>
  readonly decisions: readonly Corrected<Decision>[]
}

type Row<Said> = { readonly said: Said & { readonly id: Uuid }; readonly corrects: Uuid | null }

/** Chains of corrections, in the order of their first rows. */
function chains<Said>(rows: readonly Row<Said>[]): readonly Corrected<Said & { readonly id: Uuid }>[] {
  const next = new Map(rows.flatMap(row => (row.corrects === null ? [] : [[row.corrects, row] as const])))
  return rows
    .filter(({ corrects }) => corrects === null)
    .map(({ said }) => {
      const all = [said]
      for (let row = next.get(said.id); row !== undefined; row = next.get(row.said.id)) all.push(row.said)
      return { first: said, now: all.at(-1) ?? said, all }
    })
}

/** Every recommendation with its decisions, the newest meeting first. */
export async function readRegister(work: Work): Promise<readonly Register[]> {
  const db = work.db<WorkforceTables>()
  const recommended = await db
    .selectFrom('recommendation')
    .select([
      'id',
      'subject',
      'body',
      'meets_on',
      'item',
      'author_role',
      'words',
      'scenario_id',
      'corrects_id',
      'correction_reason',
    ])
    .select(sql<number>`amount::float8`.as('sum'))
    .orderBy('meets_on', 'desc')
    .orderBy('id')
    .execute()
  const decided = await db
    .selectFrom('decision')
    .select([
      'id',
      'recommendation_id',
      'body',
      'decided_on',
      'item',
      'words',
      'status',
      'corrects_id',
      'correction_reason',
    ])
    .select(sql<number>`amount::float8`.as('sum'))
    .orderBy('decided_on')
    .orderBy('id')
    .execute()
  const recommendations = chains<Recommendation>(
    recommended.map(row => ({
      corrects: row.corrects_id,
      said: {
        id: row.id,
        subject: row.subject,
        body: row.body,
        meetsOn: row.meets_on,
        item: row.item,
        authorRole: row.author_role,
        words: row.words,
        amount: row.sum,
        scenarioId: row.scenario_id,
        correctionReason: row.correction_reason,
      },
    })),
  )
  const decisions = chains<Decision & { readonly of: Uuid }>(
    decided.map(row => ({
      corrects: row.corrects_id,
      said: {
        id: row.id,
        of: row.recommendation_id,
        body: row.body,
        decidedOn: row.decided_on,
        item: row.item,
        words: row.words,
        amount: row.sum,
        status: row.status,
        correctionReason: row.correction_reason,
      },
    })),
  )
  return recommendations.map(recommendation => ({
    recommendation,
    decisions: decisions.filter(({ first }) => first.of === recommendation.first.id),
  }))
}

/** One of them, by the id of its first recommendation. */
export async function readOne(work: Work, id: Uuid | null): Promise<Register | null> {
  if (id === null) return null
  return (await readRegister(work)).find(({ recommendation }) => recommendation.first.id === id) ?? null
}

/** Holds what is corrected until the transaction ends. @returns whether somebody has corrected it already */
export async function isCorrected(
  work: Work,
  table: 'recommendation' | 'decision' | 'invest_period',
  id: string,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7396, hashtext(${id}))`.execute(work.db())
  const row = await work
    .db<WorkforceTables>()
    .selectFrom(table)
    .select('id')
    .where('corrects_id', '=', id as Uuid)
    .executeTakeFirst()
  return row !== undefined
}
