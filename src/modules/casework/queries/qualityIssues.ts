import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { oversightQuality } from '../oversight/oversightQuality.ts'
import { type Found, type QualitySource, type Severity, said, severities } from '../registry/qualitySource.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import { censusItemsQuality } from './censusItemsQuality.ts'
import { clockQuality } from './clockQuality.ts'
import { answeredScope } from './qualityScope.ts'

/** Casework's own sources and those that other modules have registered, each once. */
export function qualitySources(): readonly QualitySource[] {
  const own = [clockQuality, censusItemsQuality, oversightQuality]
  const others = registries.qualitySources.filter(({ name }) => own.every(one => one.name !== name))
  return [...own, ...others]
}

/** A finding in words, with the page that mends it and who has it to do. */
export type QualityIssue = {
  readonly source: string
  readonly personId: Uuid | null
  readonly rule: string
  readonly basis: string
  readonly problem: string
  readonly mend: string
  readonly severity: Severity
  readonly on: Temporal.PlainDate | null
  readonly href: string
  /** Who leads the child, where it is theirs to do; null: a manager's, or nobody leads. */
  readonly workerId: Uuid | null
  readonly isManagers: boolean
  /** Of the lead, the queue or the front door; null when nobody holds the child. */
  readonly teamId: Uuid | null
}

type Row = {
  source: string
  code: string
  person_id: Uuid | null
  day: Temporal.PlainDate | null
  about: Uuid | null
  detail: Readonly<Record<string, string | null>>
  worker_id: Uuid | null
  team_id: Uuid | null
}

/**
 * Everything that these sources find of the children whom the acting person answers for, by source, the gravest first, then by
 * day. One statement for all of them, whatever their number.
 */
export async function qualityIssues(
  work: Work,
  sources: readonly QualitySource[] = qualitySources(),
): Promise<readonly QualityIssue[]> {
  const arms: RawBuilder<unknown>[] = []
  for (const source of sources) {
    const found = await source.find(work)
    if (found !== null) arms.push(sql`select ${source.name}::text as source, found.* from (${found}) found`)
  }
  if (arms.length === 0) return []
  const { rows } = await sql<Row>`with child as materialized (${await answeredScope(work)})
    select found.source, found.code, found.person_id, found.day, found.about, found.detail, child.worker_id,
      coalesce(found.team_id, child.team_id) as team_id
    from (${sql.join(arms, sql` union all `)}) found left join child on child.person_id = found.person_id`.execute(
    work.db<CaseworkTables>(),
  )
  const places = new Map(sources.map((source, place) => [source.name, { source, place }]))
  const grave = (issue: QualityIssue) => severities.indexOf(issue.severity)
  const place = (issue: QualityIssue) => places.get(issue.source)?.place ?? 0
  return rows
    .flatMap(row => asIssue(row, places.get(row.source)?.source))
    .toSorted((one, other) => place(one) - place(other) || grave(one) - grave(other) || byDay(one, other))
}

function asIssue(row: Row, source: QualitySource | undefined): readonly QualityIssue[] {
  const rule = source?.rules[row.code]
  if (rule === undefined) throw new Error(`No rule of data quality is called ${row.source} ${row.code}`)
  const found: Found = {
    code: row.code,
    personId: row.person_id,
    on: row.day,
    about: row.about,
    detail: row.detail,
  }
  const isManagers = rule.isManagers === true
  return [
    {
      source: row.source,
      personId: row.person_id,
      rule: said(rule.rule, found),
      basis: said(rule.basis, found),
      problem: said(rule.problem, found),
      mend: said(rule.mend, found),
      severity: said(rule.severity, found),
      on: row.day,
      href: rule.href(found),
      workerId: isManagers ? null : row.worker_id,
      isManagers,
      teamId: row.team_id,
    },
  ]
}

/** Those without a day last; then by rule and person, so that the order stands. */
function byDay(one: QualityIssue, other: QualityIssue): number {
  const key = ({ on, rule, personId }: QualityIssue) => `${on ?? '9999'} ${rule} ${personId}`
  const [first, second] = [key(one), key(other)]
  return first < second ? -1 : first > second ? 1 : 0
}
