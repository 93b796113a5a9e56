import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** A dip sample, and how far it has come. */
export type Sample = {
  readonly id: Uuid
  readonly teamId: Uuid
  readonly teamName: string
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate
  readonly seed: string
  readonly size: number
  readonly among: number
  readonly drawnOn: Temporal.PlainDate
  readonly done: number
  /** Of 0 to 3, over all criteria of the sessions scored; null: none is. */
  readonly mean: number | null
}

type Row = {
  id: Uuid
  team_id: Uuid
  team_name: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  seed: string
  size: number
  among: number
  drawn_on: Temporal.PlainDate
  done: number
  mean: number | null
}

/** Samples that the reader may see, the latest first. @param one of them alone, when its id is given */
export async function samples(work: Work, one: Uuid | null = null): Promise<readonly Sample[]> {
  const { rows } = await sql<Row>`
    select sample.id, sample.team_id, team.name as team_name, sample.from_on, sample.until_on, sample.seed, sample.size, sample.among,
      sample.drawn_on, scored.done, scored.mean
    from supervision_sample sample join team on team.id = sample.team_id
      left join lateral (select count(distinct audit.id)::integer as done, avg((mark ->> 'score')::numeric)::float8 as mean
        from supervision_audit audit, jsonb_array_elements(audit.scores) mark
        where audit.sample_id = sample.id and audit.done_on is not null) scored on true
    where ${one}::uuid is null or sample.id = ${one}
    order by sample.drawn_on desc, sample.id desc limit 200`.execute(work.db<SupervisionTables>())
  return rows.map(row => ({
    id: row.id,
    teamId: row.team_id,
    teamName: row.team_name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    seed: row.seed,
    size: row.size,
    among: row.among,
    drawnOn: row.drawn_on,
    done: row.done,
    mean: row.mean,
  }))
}
