import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type DoorKey, enterAs, type Installation, serviceActor } from '../db/index.ts'
import { type ExportedTable, exportedTables } from './exportedTables.ts'
import type { OpenManifest } from './manifest.ts'
import { writeManifest } from './manifestFile.ts'
import { prepareFolder } from './prepareFolder.ts'

/**
 * Writes the whole record as CSV files that any program can read, as it stood at one instant: one file a table, with
 * its rows and SHA-256 in the manifest. Read as the backup service under row-level security, and audited.
 * @param serveUrl of the serving login; `door` of the installation; `folder` empty or new
 */
export async function exportOpen(
  serveUrl: string,
  door: DoorKey,
  installation: Installation,
  folder: string,
  onStep: (done: number, total: number, label: string) => void = () => {},
): Promise<OpenManifest> {
  prepareFolder(folder)
  const client = new pg.Client({ connectionString: serveUrl })
  await client.connect()
  try {
    await enterAs(client, door, serviceActor('backup'), 'backup')
    await client.query(
      "insert into audit.entry (actor_id, action, resource) values (platform.actor(), 'export', 'everything')",
    )
    await client.query('commit')
    await enterAs(client, door, serviceActor('backup'), 'backup', {
      mode: 'isolation level repeatable read read only',
    })
    const tables = []
    const listed = await exportedTables(client)
    for (const [index, table] of listed.entries()) {
      onStep(index, listed.length, 'tables')
      tables.push({ ...table, columns: [...table.columns], ...(await exportTable(client, table, folder)) })
    }
    const last = await client.query<{ name: string }>('select platform.schema_version() as name')
    const manifest: OpenManifest = {
      kind: 'open',
      takenAt: Temporal.Now.instant().toString(),
      database: client.database ?? '',
      authority: {
        code: installation.authorityCode,
        name: installation.authorityName,
        madeByDemo: installation.madeByDemo,
      },
      schema: last.rows[0]?.name ?? '',
      tables,
    }
    await client.query('commit')
    writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

/** The file of a table: gzipped CSV with a header. */
export function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.csv.gz`)
}

async function exportTable(client: pg.Client, table: ExportedTable, folder: string) {
  const columns = table.columns.map(column => pg.escapeIdentifier(column)).join(', ')
  const source = client.query(
    copyTo(`copy (select ${columns} from ${table.name}) to stdout (format csv, header)`),
  )
  const hash = createHash('sha256')
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, watch, createGzip(), createWriteStream(fileOf(folder, table.name), { mode: 0o600 }))
  return { rows: source.rowCount, sha256: hash.digest('hex') }
}
