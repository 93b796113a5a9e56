import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { MigrationTables } from '../tables.ts'

/** A run of an import, with its counts as they were kept. */
export type ImportRun = {
  readonly id: Uuid
  readonly kind: MigrationTables['import_run']['kind']
  readonly startedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  readonly authorityCode: string | null
  readonly censusYear: number | null
  readonly referenceOn: Temporal.PlainDate | null
  readonly asAt: Temporal.PlainDate | null
  readonly counts: unknown
}

function rowsOf(work: Work) {
  return work
    .db<MigrationTables>()
    .selectFrom('import_run')
    .select([
      'id',
      'kind',
      'started_at',
      'finished_at',
      'authority_code',
      'census_year',
      'reference_on',
      'as_at',
      'counts',
    ])
}

const asRun = (row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): ImportRun => ({
  id: row.id,
  kind: row.kind,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  authorityCode: row.authority_code,
  censusYear: row.census_year,
  referenceOn: row.reference_on,
  asAt: row.as_at,
  counts: row.counts,
})

/** Runs, the latest first, and how many there are. */
export async function importRuns(
  work: Work,
  offset: number,
  limit: number,
): Promise<{ readonly runs: readonly ImportRun[]; readonly count: number }> {
  const rows = await rowsOf(work)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const { count } = await work
    .db<MigrationTables>()
    .selectFrom('import_run')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { runs: rows.map(asRun), count }
}

/** One run, or null. */
export async function importRun(work: Work, id: Uuid): Promise<ImportRun | null> {
  const row = await rowsOf(work).where('id', '=', id).executeTakeFirst()
  return row ? asRun(row) : null
}
