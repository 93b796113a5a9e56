import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseworkTables } from '#modules/casework'
import { type Database, serviceActor } from '#platform/db'
import { KithError } from '#platform/errors'
import { type FileStore, sha256 } from '#platform/files'

/** Documents of today, or those that were there at a past moment. */
const named = (database: Database, knownAt: Temporal.Instant | null = null) =>
  database.as(serviceActor('verifier'), 'backup', work =>
    work
      .db<CaseworkTables>()
      .selectFrom('document')
      .select(['id', 'stored_key', 'sha256', 'scan'])
      .where('made_at', '<=', knownAt ?? work.now)
      .orderBy('id')
      .execute(),
  )

const HARMFUL = '.harmful'
const fileOf = (folder: string, id: string, scan: string): string =>
  join(folder, 'documents', `${id}${scan === 'infected' ? HARMFUL : ''}`)

/**
 * Writes the file of every document in the clear, as its id: an open export is there to be read by any program. A harmful
 * one says so by its name.
 * @returns how many; @throws KithError when one cannot be read
 */
export async function exportFiles(
  database: Database,
  store: FileStore,
  folder: string,
  knownAt: Temporal.Instant | null = null,
): Promise<number> {
  const documents = await named(database, knownAt)
  await mkdir(join(folder, 'documents'), { recursive: true, mode: 0o700 })
  for (const { id, stored_key, scan } of documents) {
    const file = await store.get(id, stored_key)
    if (file.kind !== 'found')
      throw new KithError('KITH_USAGE', {
        sentence: `The file of document ${id} is ${file.kind}: run "kith verify files". The rows were exported, the files not all.`,
      })
    await writeFile(fileOf(folder, id, scan), file.bytes, { mode: 0o600 })
  }
  return documents.length
}

/**
 * Seals the files of an export for the authority restored here, under this installation's key.
 * @returns how many; @throws KithError when one is missing or not what the record says
 */
export async function importFiles(database: Database, store: FileStore, folder: string): Promise<number> {
  const documents = await named(database)
  for (const document of documents) {
    const bytes = await readFile(fileOf(folder, document.id, document.scan)).catch(() => null)
    if (bytes === null || !sha256(bytes).equals(document.sha256))
      throw new KithError('KITH_USAGE', {
        sentence: `The file of document ${document.id} in the export is missing or another. The rows are restored: put it right, then restore into an empty database again.`,
      })
    await store.putBack(document.id, document.stored_key, bytes)
  }
  return documents.length
}
