import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type DoorKey, enterAs, type Installation, NotSettledError, serviceActor } from '../db/index.ts'
import { type ExportedTable, exportedTables } from './exportedTables.ts'
import { exportQuery, hasPast } from './exportQuery.ts'
import type { OpenManifest } from './manifest.ts'
import { writeManifest } from './manifestFile.ts'
import { prepareFolder } from './prepareFolder.ts'

/** What an export may be asked for. */
export type ExportOptions = {
  /** The record as it stood then, in the same files; as it stands when null. */
  readonly knownAt?: Temporal.Instant | null
  readonly onStep?: (done: number, total: number, label: string) => void
}

/**
 * Writes the whole record as CSV files that any program can read, as it stood at one instant: one file a table, with
 * its rows and SHA-256 in the manifest. Read as the backup service under row-level security, and audited.
 * @param serveUrl of the serving login; `door` of the installation; `folder` empty or new
 * @throws NotSettledError when work begun before `knownAt` may still be open: nothing was written then
 */
export async function exportOpen(
  serveUrl: string,
  door: DoorKey,
  installation: Installation,
  folder: string,
  { knownAt = null, onStep = () => {} }: ExportOptions = {},
): Promise<OpenManifest> {
  prepareFolder(folder)
  const client = new pg.Client({ connectionString: serveUrl })
  await client.connect()
  try {
    await enter(client, door, knownAt)
    await client.query(
      "insert into audit.entry (actor_id, action, resource) values (platform.actor(), 'export', 'everything')",
    )
    await client.query('commit')
    await enter(client, door, knownAt, 'isolation level repeatable read read only')
    const tables = []
    const listed = await exportedTables(client)
    for (const [index, table] of listed.entries()) {
      onStep(index, listed.length, 'tables')
      const copied = await exportTable(client, table, folder, knownAt !== null)
      tables.push({ ...table, columns: [...table.columns], ...copied })
    }
    const manifest: OpenManifest = {
      kind: 'open',
      takenAt: Temporal.Now.instant().toString(),
      ...(knownAt === null ? {} : pastOf(knownAt, listed)),
      database: client.database ?? '',
      authority: {
        code: installation.authorityCode,
        name: installation.authorityName,
        madeByDemo: installation.madeByDemo,
      },
      schema: await schemaOf(client),
      tables,
    }
    await client.query('commit')
    writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

/** Begins a transaction as the backup service, its moment set: the audit stamps it on the entry, the queries ask for it. */
async function enter(
  client: pg.Client,
  door: DoorKey,
  knownAt: Temporal.Instant | null,
  mode = '',
): Promise<void> {
  await enterAs(client, door, serviceActor('backup'), 'backup', { mode })
  if (knownAt === null) return
  const answer = await client.query<{ settled: boolean }>(
    "select platform.has_settled($1::text::timestamptz) as settled, set_config('kith.known_at', $1::text, true)",
    [knownAt.toString()],
  )
  if (!answer.rows[0]?.settled) throw new NotSettledError(knownAt)
}

function pastOf(knownAt: Temporal.Instant, tables: readonly ExportedTable[]) {
  const withoutPast = tables.map(({ name }) => name).filter(name => !hasPast(name))
  return { knownAt: knownAt.toString(), withoutPast }
}

async function schemaOf(client: pg.Client): Promise<string> {
  const last = await client.query<{ name: string }>('select platform.schema_version() as name')
  return last.rows[0]?.name ?? ''
}

/** The file of a table: gzipped CSV with a header. */
export function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.csv.gz`)
}

async function exportTable(client: pg.Client, table: ExportedTable, folder: string, isPast: boolean) {
  const source = client.query(copyTo(`copy (${exportQuery(table, isPast)}) to stdout (format csv, header)`))
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
