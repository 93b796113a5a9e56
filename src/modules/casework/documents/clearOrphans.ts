import { type Database, serviceActor } from '#platform/db'
import type { FileStore, LyingFile } from '#platform/files'
import type { Task } from '#platform/jobs'
import { systemClock } from '#platform/time'
import type { CaseworkTables } from '../tables.ts'

/** Longer than any transaction lives: a younger file may yet get its row. */
const AGE = { hours: 24 }

type Names = CaseworkTables & { 'history.document': { stored_key: string } }

/**
 * Takes away files that no row ever named: their transaction was undone, or the machine stopped in between.
 * @returns how many went
 */
export async function clearOrphans(
  database: Database,
  store: FileStore,
  now: Temporal.Instant,
): Promise<number> {
  const old: LyingFile[] = []
  for await (const file of store.list())
    if (Temporal.Instant.compare(file.writtenAt, now.subtract(AGE)) < 0) old.push(file)
  if (old.length === 0) return 0
  const named = await database.as(serviceActor('courier'), 'clear', async work => {
    const db = work.db<Names>()
    const rows = await db.selectFrom('document').select('stored_key').execute()
    const past = await db.selectFrom('history.document').select('stored_key').distinct().execute()
    return new Set([...rows, ...past].map(row => row.stored_key))
  })
  const orphans = old.filter(file => !named.has(file.storedKey))
  for (const file of orphans) await store.remove(file)
  return orphans.length
}

/** Each night. */
export const clearOrphansTask = (store: FileStore): Task => ({
  name: 'clear_orphan_files',
  schedule: '50 2 * * *',
  run: async ({ database, log }) => {
    const gone = await clearOrphans(database, store, systemClock.now())
    if (gone > 0) log.info('files that no row names were removed', { files: gone })
  },
})
