import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Subject } from '../message/uploadFile.ts'
import type { Fact, ProtectionKind, Status } from '../rules/changes.ts'

type FactRow = Omit<Fact, 'nhsNumber'>

/** Every plan of the record with the NHS number that it goes by. */
export async function readFacts(work: Work): Promise<readonly Fact[]> {
  const { rows } = await sql<FactRow>`
    select kind, source_id as "sourceId", person_id as "personId", subject_id as "subjectId", started_on as "startedOn", ended_on as "endedOn"
    from access.protection_facts()`.execute(work.db())
  const subjects = await readSubjects(
    work,
    rows.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])),
  )
  return rows.map(row => ({
    ...row,
    nhsNumber: (row.subjectId === null ? null : subjects.get(row.subjectId)?.nhsNumber) ?? null,
  }))
}

/** What was queued before. */
export async function readStatuses(work: Work): Promise<readonly Status[]> {
  const { rows } = await sql<Status & { readonly kind: ProtectionKind }>`
    select id, kind, source_id as "sourceId", person_id as "personId", subject_id as "subjectId", started_on as "startedOn", ended_on as "endedOn",
      nhs_number as "nhsNumber", deleted_at is not null as "isDeleted" from protection_status`.execute(
    work.db(),
  )
  return rows
}

export type KnownSubject = Omit<Subject, 'nhsNumber'> & { readonly nhsNumber: string | null }

/** By what the NHS knows each of these people. */
export async function readSubjects(
  work: Work,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, KnownSubject>> {
  const { rows } = await sql<KnownSubject & { readonly id: Uuid }>`
    select person_id as id, nullif(nhs_number, '') as "nhsNumber", given, family, born, expected_on as "expectedOn"
    from access.protection_identity(${[...new Set(ids)]}::uuid[])`.execute(work.db())
  return new Map(rows.map(row => [row.id, row]))
}
