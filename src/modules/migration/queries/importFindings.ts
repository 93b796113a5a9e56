import { type Expression, type SqlBool, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Severity } from '../loading/childFinding.ts'
import type { MigrationTables } from '../tables.ts'

/** One kept finding, without the text of elements that the census does not know. */
export type KeptFinding = {
  readonly id: Uuid
  readonly runId: Uuid
  readonly personId: Uuid | null
  readonly element: string
  readonly line: number | null
  readonly raw: string | null
  readonly severity: Severity
  readonly rule: string | null
  readonly problem: string
  readonly resolvedOn: Temporal.PlainDate | null
}

/** Which findings are wanted; everything left out is not asked. */
export type FindingFilter = {
  readonly runId?: Uuid | undefined
  readonly personId?: Uuid | undefined
  readonly severity?: Severity | undefined
  readonly rule?: string | undefined
  /** Name of the element, wherever it stands. */
  readonly element?: string | undefined
  /** Only those that nobody has resolved, and that are about a person. */
  readonly isUnresolved?: boolean | undefined
  /** Leaves out what is only information. */
  readonly isTelling?: boolean | undefined
}

function matching(work: Work, filter: FindingFilter) {
  return work
    .db<MigrationTables>()
    .selectFrom('import_finding')
    .where(({ eb, and }) => {
      const tests: Expression<SqlBool>[] = []
      if (filter.runId) tests.push(eb('import_run_id', '=', filter.runId))
      if (filter.personId) tests.push(eb('person_id', '=', filter.personId))
      if (filter.severity) tests.push(eb('severity', '=', filter.severity))
      if (filter.rule) tests.push(eb('rule', '=', filter.rule))
      if (filter.element) tests.push(eb(elementName, '=', filter.element))
      if (filter.isUnresolved) tests.push(eb('resolved_on', 'is', null), eb('person_id', 'is not', null))
      if (filter.isTelling) tests.push(eb('severity', '!=', 'information'))
      return and(tests)
    })
}

/** `CINdetails[2]/Section47[1]/S47ActualStartDate` is an S47ActualStartDate. */
const elementName = sql<string>`regexp_replace(element, '^.*/|\\[[0-9]+\\]$', '', 'g')`

/** How many findings the reader may see. */
export async function countFindings(work: Work, filter: FindingFilter): Promise<number> {
  const { count } = await matching(work, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Findings that the reader may see, in the order of the file. */
export async function findings(
  work: Work,
  filter: FindingFilter,
  offset: number,
  limit: number,
): Promise<readonly KeptFinding[]> {
  const rows = await matching(work, filter)
    .select(['id', 'import_run_id', 'person_id', 'element', 'line', 'raw', 'severity', 'rule'])
    .select(['problem', 'resolved_on'])
    .orderBy('import_run_id', 'desc')
    .orderBy('line')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    runId: row.import_run_id,
    personId: row.person_id,
    element: row.element,
    line: row.line,
    raw: row.raw,
    severity: row.severity,
    rule: row.rule,
    problem: row.problem,
    resolvedOn: row.resolved_on,
  }))
}

/** What there is to filter a run by, with how many of each the reader may see. */
export type FindingKinds = Readonly<Record<'severity' | 'rule' | 'element', ReadonlyMap<string, number>>>

export async function findingKinds(work: Work, runId: Uuid): Promise<FindingKinds> {
  const rows = await matching(work, { runId })
    .select(['severity', 'rule', elementName.as('element')])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['severity', 'rule', sql`3`])
    .execute()
  const sum = (keyOf: (row: (typeof rows)[number]) => string | null) => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const key = keyOf(row)
      if (key !== null) counts.set(key, (counts.get(key) ?? 0) + row.count)
    }
    return counts
  }
  return { severity: sum(row => row.severity), rule: sum(row => row.rule), element: sum(row => row.element) }
}
