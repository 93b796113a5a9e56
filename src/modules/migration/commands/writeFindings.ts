import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ImportFinding } from '../loading/childFinding.ts'
import { findingKey } from '../loading/readerFindings.ts'
import type { MigrationTables } from '../tables.ts'

const AT_ONCE = 500

/** Findings that are not there yet, each once. @param heard is added to */
export function unheard(
  findings: readonly ImportFinding[],
  heard: Set<string>,
  keyOf: (finding: ImportFinding) => string = findingKey,
): readonly ImportFinding[] {
  return findings.filter(finding => {
    const key = keyOf(finding)
    const isNew = !heard.has(key)
    heard.add(key)
    return isNew
  })
}

/** Outside the children the same words at another line are another finding. */
export const lineKey = (finding: ImportFinding): string => `${finding.line} ${findingKey(finding)}`

/** What earlier runs of this very file said of it at these lines, outside any child that could be kept. */
export async function heardOfFile(
  work: Work,
  sha256: string,
  findings: readonly ImportFinding[],
): Promise<Set<string>> {
  const lines = [...new Set(findings.map(({ line }) => line))]
  if (lines.length === 0) return new Set()
  const rows = await work
    .db<MigrationTables>()
    .selectFrom('import_finding')
    .innerJoin('import_run', 'import_run.id', 'import_finding.import_run_id')
    .select(['element', 'line', 'raw', 'kept', 'severity', 'rule', 'problem'])
    .where('import_run.file_sha256', '=', sha256)
    .where('person_id', 'is', null)
    .where('line', 'in', lines)
    .execute()
  return new Set(rows.map(row => lineKey({ ...row, line: row.line ?? 0 })))
}

/** A finding with whom it is about; null: of the file, or of a child that could not be kept. */
export type NewFinding = ImportFinding & { readonly person_id: Uuid | null }

/** Keeps findings of a run. */
export async function writeFindings(work: Work, runId: Uuid, findings: readonly NewFinding[]): Promise<void> {
  for (let from = 0; from < findings.length; from += AT_ONCE) {
    const rows = findings.slice(from, from + AT_ONCE).map(finding => ({ id: makeUuid(), ...finding }))
    // As JSON, so that one prepared statement serves any number of them.
    await sql`insert into import_finding
        (id, import_run_id, person_id, element, line, raw, kept, severity, rule, problem)
      select id, ${runId}::uuid, person_id, element, line, raw, kept, severity, rule, problem
      from jsonb_populate_recordset(null::import_finding, ${JSON.stringify(rows)}::jsonb)
      on conflict do nothing`.execute(work.db())
  }
}
