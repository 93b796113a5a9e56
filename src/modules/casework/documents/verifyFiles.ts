import { type Database, serviceActor } from '#platform/db'
import { type FileStore, sha256 } from '#platform/files'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** What is wrong with the file of a document. */
export type FileFault = { readonly documentId: Uuid; readonly fault: 'missing' | 'altered' | 'other_content' }

export type FilesReport = { readonly documents: number; readonly faults: readonly FileFault[] }

/** Opens the file of every document, withdrawn and locked ones too, and compares what it holds with the record. */
export async function verifyFiles(
  database: Database,
  store: FileStore,
  onStep: (done: number, total: number) => void = () => {},
): Promise<FilesReport> {
  const documents = await database.as(serviceActor('verifier'), 'verify', work =>
    work
      .db<CaseworkTables>()
      .selectFrom('document')
      .select(['id', 'stored_key', 'sha256'])
      .orderBy('id')
      .execute(),
  )
  const faults: FileFault[] = []
  for (const [index, document] of documents.entries()) {
    onStep(index, documents.length)
    const file = await store.get(document.id, document.stored_key)
    if (file.kind !== 'found') faults.push({ documentId: document.id, fault: file.kind })
    else if (!sha256(file.bytes).equals(document.sha256))
      faults.push({ documentId: document.id, fault: 'other_content' })
  }
  return { documents: documents.length, faults }
}
