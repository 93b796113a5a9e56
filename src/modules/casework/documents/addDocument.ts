import type { Work } from '#platform/db'
import type { FileStore, FitFile } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { enqueue } from '#platform/jobs'
import type { CaseworkTables } from '../tables.ts'
import { SCAN_JOB } from './scanDocuments.ts'
import type { DocumentKind, SourceKind } from './words.ts'

/** What is known of a file beside its bytes. */
export type NewDocument = {
  /** Everyone it is about; the caller has made sure that the actor may write of each. */
  readonly personIds: readonly Uuid[]
  readonly kind: DocumentKind
  readonly title: string
  readonly direction: 'in' | 'out'
  readonly receivedFrom: string | null
  readonly datedOn: Temporal.PlainDate | null
  readonly source: { readonly kind: SourceKind; readonly isThirdParty: boolean }
  readonly submission: Uuid | null
  /** The meeting to which somebody who is asked brought it: they read it while its papers are theirs to read. */
  readonly broughtTo?: Uuid
}

/**
 * Puts a file into the records of these people: stored first, then the rows, so that no row ever names a file that is not
 * there. It waits for the scanner; its one part may be shown to nobody until somebody decides. @returns the document
 */
export async function addDocument(
  work: Work,
  store: FileStore,
  file: FitFile,
  document: NewDocument,
): Promise<Uuid> {
  const id = makeUuid()
  const storedKey = await store.put(id, file.bytes)
  await insertDocument(work, id, storedKey, file, { ...document, scan: 'not_scanned' })
  await work
    .db<CaseworkTables>()
    .insertInto('document_part')
    .values({
      id: makeUuid(),
      document_id: id,
      place: 1,
      label: 'Whole document',
      source_kind: document.source.kind,
      source_name: document.receivedFrom,
      is_third_party: document.source.isThirdParty,
    })
    .execute()
  await enqueue(work, SCAN_JOB, {}, { key: SCAN_JOB })
  return id
}

type Kept = Omit<NewDocument, 'source'> & { readonly scan: 'not_scanned' | 'made_here' }

/** Writes the rows of a stored file. */
export async function insertDocument(
  work: Work,
  id: Uuid,
  storedKey: string,
  file: FitFile,
  document: Kept,
): Promise<void> {
  const db = work.db<CaseworkTables>()
  await db
    .insertInto('document')
    .values({
      id,
      person_ids: [...document.personIds],
      kind: document.kind,
      title: document.title,
      direction: document.direction,
      media_type: file.mediaType,
      file_name: file.fileName,
      size_bytes: file.bytes.length,
      sha256: file.sha256,
      original_sha256: file.originalSha256,
      stored_key: storedKey,
      scan: document.scan,
      received_from: document.receivedFrom,
      dated_on: document.datedOn,
      submission: document.submission,
      brought_to: document.broughtTo ?? null,
    })
    .execute()
  await db
    .insertInto('document_person')
    .values(document.personIds.map(person_id => ({ id: makeUuid(), document_id: id, person_id })))
    .execute()
}
