import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { writeManifest } from './manifestFile.ts'
import { prepareFolder } from './prepareFolder.ts'

/** Left out of the copy: the server makes them afresh, or they belong to the running one. */
const transient = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'pg_wal',
  'pg_replslot',
  'pg_stat_tmp',
  'pgsql_tmp',
  'pg_subtrans',
])

/**
 * Copies the embedded cluster's files while it runs, with the log that makes the copy whole. Keys are not in it: they
 * are kept apart, and a restore takes those of its own keys folder.
 * @param superuserUrl of the embedded server; `cluster` its data folder; `folder` empty or new
 */
export async function baseBackup(
  superuserUrl: string,
  cluster: string,
  folder: string,
): Promise<{ readonly databases: readonly string[] }> {
  prepareFolder(folder)
  const copy = join(folder, 'cluster')
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // The slot keeps the log from being recycled until it is copied; it goes with the connection.
    await client.query("select pg_create_physical_replication_slot('kith_backup', true, true)")
    await client.query("select pg_backup_start('kith', true)")
    await copyFiles(cluster, copy)
    const stopped = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn, labelfile from pg_backup_stop(false)',
    )
    const { lsn = '', labelfile = '' } = stopped.rows[0] ?? {}
    await writeFile(join(copy, 'backup_label'), labelfile, { mode: 0o600 })
    await copyLog(cluster, copy)
    const answer = await client.query<{ datname: string }>(
      'select datname from pg_database where not datistemplate',
    )
    const databases = answer.rows.map(row => row.datname)
    writeManifest(folder, {
      kind: 'base',
      takenAt: Temporal.Now.instant().toString(),
      databases,
      stoppedAt: lsn,
    })
    return { databases }
  } finally {
    await client.end()
  }
}

async function copyFiles(cluster: string, copy: string): Promise<void> {
  await mkdir(copy, { mode: 0o700 })
  for (const entry of await readdir(cluster)) {
    if (transient.has(entry)) continue
    await cp(join(cluster, entry), join(copy, entry), {
      recursive: true,
      filter: source => !source.endsWith('pgsql_tmp'),
    }).catch(ignoreGone)
  }
  for (const folder of ['pg_wal/archive_status', 'pg_replslot', 'pg_stat_tmp', 'pg_subtrans'])
    await mkdir(join(copy, folder), { recursive: true, mode: 0o700 })
}

async function copyLog(cluster: string, copy: string): Promise<void> {
  for (const entry of await readdir(join(cluster, 'pg_wal')))
    if (/^[0-9A-F]{24}$/.test(entry))
      await cp(join(cluster, 'pg_wal', entry), join(copy, 'pg_wal', entry)).catch(ignoreGone)
}

/** A file of the running server may go while it is copied: replaying the log brings back what matters. */
function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
