import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { DocumentKind, Scan } from './words.ts'

/** A document as lists and its page show it. */
export type DocumentRow = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly kind: DocumentKind
  readonly title: string
  readonly direction: 'in' | 'out'
  readonly mediaType: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: Buffer
  readonly storedKey: string
  readonly scan: Scan
  readonly scannedAt: Temporal.Instant | null
  readonly scanRemark: string | null
  readonly receivedFrom: string | null
  readonly datedOn: Temporal.PlainDate | null
  readonly madeBy: Uuid | null
  readonly madeByName: string | null
  readonly madeAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnReason: string | null
}

/** What of a person's documents to show. */
export type DocumentFilter = {
  readonly kind?: DocumentKind | undefined
  readonly direction?: 'in' | 'out' | undefined
  readonly show?: 'withdrawn' | 'locked' | undefined
}

/** A person's documents that the actor may read, newest first. Withdrawn ones only when they are asked for. */
export async function documentsOf(
  work: Work,
  personId: Uuid,
  filter: DocumentFilter = {},
): Promise<readonly DocumentRow[]> {
  let query = documents(work)
    .innerJoin('document_person', 'document_person.document_id', 'document.id')
    .where('document_person.person_id', '=', personId)
    .where('document.withdrawn_at', filter.show === 'withdrawn' ? 'is not' : 'is', null)
  if (filter.kind !== undefined) query = query.where('document.kind', '=', filter.kind)
  if (filter.direction !== undefined) query = query.where('document.direction', '=', filter.direction)
  if (filter.show === 'locked') query = query.where('document.scan', 'in', ['not_scanned', 'infected'])
  const rows = await query.orderBy('document.made_at', 'desc').orderBy('document.id').execute()
  return rows.map(rowOf)
}

/** One document by an address that names the person too. @returns null when it is absent, another's or hidden */
export async function documentOf(work: Work, personId: Uuid, documentId: Uuid): Promise<DocumentRow | null> {
  const row = await documents(work)
    .innerJoin('document_person', 'document_person.document_id', 'document.id')
    .where('document_person.person_id', '=', personId)
    .where('document.id', '=', documentId)
    .executeTakeFirst()
  return row === undefined ? null : rowOf(row)
}

/** A document of one of these people that came as the very same bytes and stands, with which of them have it. */
export async function sameFile(
  work: Work,
  personIds: readonly Uuid[],
  originalSha256: Buffer,
): Promise<{ readonly documentId: Uuid; readonly personIds: readonly Uuid[] } | null> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('document')
    .innerJoin('document_person', 'document_person.document_id', 'document.id')
    .select(['document.id', 'document_person.person_id'])
    .where('document_person.person_id', 'in', personIds)
    .where('document.original_sha256', '=', originalSha256)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.made_at')
    .execute()
  const [first] = rows
  if (first === undefined) return null
  return { documentId: first.id, personIds: rows.map(row => row.person_id) }
}

const documents = (work: Work) =>
  work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('document')
    .leftJoin('worker', 'worker.id', 'document.made_by')
    .select([
      'document.id',
      'document.person_ids',
      'document.kind',
      'document.title',
      'document.direction',
      'document.media_type',
      'document.file_name',
      'document.size_bytes',
      'document.sha256',
      'document.stored_key',
      'document.scan',
      'document.scanned_at',
      'document.scan_remark',
      'document.received_from',
      'document.dated_on',
      'document.made_by',
      'document.made_at',
      'document.withdrawn_at',
      'document.withdrawn_reason',
      'worker.display_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

const rowOf = (row: Row): DocumentRow => ({
  id: row.id,
  personIds: row.person_ids,
  kind: row.kind,
  title: row.title,
  direction: row.direction,
  mediaType: row.media_type,
  fileName: row.file_name,
  sizeBytes: Number(row.size_bytes),
  sha256: row.sha256,
  storedKey: row.stored_key,
  scan: row.scan,
  scannedAt: row.scanned_at,
  scanRemark: row.scan_remark,
  receivedFrom: row.received_from,
  datedOn: row.dated_on,
  madeBy: row.made_by,
  madeByName: row.display_name,
  madeAt: row.made_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnReason: row.withdrawn_reason,
})
