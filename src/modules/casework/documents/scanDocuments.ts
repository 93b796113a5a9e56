import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'
import type { FileStore, Scanner } from '#platform/files'
import type { Uuid } from '#platform/ids'
import type { Task } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { CaseworkTables } from '../tables.ts'

export const SCAN_JOB = 'scan_documents'
const AT_ONCE = 200

type Waiting = { readonly id: Uuid; readonly stored_key: string }

/** How a round of scanning went. */
export type Scanned = { readonly clean: number; readonly infected: number; readonly waiting: number }

/**
 * Has every waiting file looked through, oldest first. A harmful one stays locked for ever, and whoever brought it and those
 * who answer for the child are told. Where the scanner cannot say, files go on waiting.
 */
export async function scanDocuments(
  database: Database,
  store: FileStore,
  scanner: Scanner,
  log: Log,
): Promise<Scanned> {
  const counts = { clean: 0, infected: 0, waiting: 0 }
  const waiting = await waitingFiles(database)
  for (const [index, document] of waiting.entries()) {
    const file = await store.get(document.id, document.stored_key)
    if (file.kind !== 'found') {
      log.error('a stored file cannot be read: run "kith verify files"', {
        document: document.id,
        fault: file.kind,
      })
      counts.waiting += 1
      continue
    }
    const finding = await scanner.scan(file.bytes)
    if (finding.kind === 'unavailable') {
      log.warn('the scanner of files could not say', { scanner: scanner.name, why: finding.why })
      counts.waiting += waiting.length - index
      break // the next file would fare no better; those left wait for the next round
    }
    counts[finding.kind] += 1
    await keepFinding(database, document.id, {
      scan: finding.kind,
      remark: finding.kind === 'infected' ? `${finding.signature} (${scanner.name})` : scanner.name,
    })
  }
  return counts
}

async function waitingFiles(database: Database): Promise<readonly Waiting[]> {
  return database.as(serviceActor('courier'), 'scan', work =>
    work
      .db<CaseworkTables>()
      .selectFrom('document')
      .select(['id', 'stored_key'])
      .where('scan', '=', 'not_scanned')
      .orderBy('made_at')
      .limit(AT_ONCE)
      .execute(),
  )
}

async function keepFinding(
  database: Database,
  id: Uuid,
  { scan, remark }: { readonly scan: 'clean' | 'infected'; readonly remark: string },
): Promise<void> {
  await database.as(serviceActor('courier'), 'scan', async work => {
    await work
      .db<CaseworkTables>()
      .updateTable('document')
      .set({ scan, scanned_at: work.now, scan_remark: remark })
      .where('id', '=', id)
      .where('scan', '=', 'not_scanned')
      .execute()
    if (scan === 'infected') await sql`select access.tell_of_infection(${id})`.execute(work.db())
  })
}

/** Runs when a file has come, and every five minutes for those that came while the scanner was away. */
export const scanTask = (store: FileStore, scanner: Scanner | null): Task => ({
  name: SCAN_JOB,
  schedule: '*/5 * * * *',
  run: async ({ database, log }) => {
    if (scanner === null) return // pages say what is missing
    const { clean, infected } = await scanDocuments(database, store, scanner, log)
    if (clean + infected > 0) log.info('files were scanned', { clean, infected })
  },
})
