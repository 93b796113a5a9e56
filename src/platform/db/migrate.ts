import pg from 'pg'
import { type MigrationFile, migrationFiles } from './migrationFiles.ts'
import { ensureRoles } from './roles.ts'

export type MigrateReport = { readonly applied: readonly string[]; readonly already: number }

/**
 * Brings the database up to this version: roles, then each SQL file not yet applied, all in one transaction. Two at
 * once: the second waits and finds nothing to do.
 * @param ownerUrl login that owns the schema; `server` name of the serving login; `portal` that of the login for families
 * @throws when an applied file has changed since, or the roles cannot be made; nothing is changed then
 */
export async function migrate(
  ownerUrl: string,
  server: string,
  onStep: (name: string, done: number, total: number) => void = () => {},
  portal?: string,
): Promise<MigrateReport> {
  const files = await migrationFiles()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(7300, 1), set_config('statement_timeout', '0', false)")
    await ensureRoles(client, client.database ?? '', server, portal)
    await client.query('begin')
    const report = await applyAll(client, files, onStep)
    await client.query('commit')
    return report
  } finally {
    await client.end()
  }
}

async function applyAll(
  client: pg.Client,
  files: readonly MigrationFile[],
  onStep: (name: string, done: number, total: number) => void,
): Promise<MigrateReport> {
  await prepare(client)
  const rows = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  )
  const before = new Map(rows.rows.map(row => [row.name, row.checksum]))
  refuseChanged(before, files)
  const waiting = files.filter(file => !before.has(file.name))
  for (const [index, file] of waiting.entries()) {
    onStep(file.name, index, waiting.length)
    await client.query(file.sql).catch(error => {
      throw new Error(`Migration ${file.name}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    })
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ])
  }
  await client.query('select platform.hold_services()')
  return { applied: waiting.map(file => file.name), already: before.size }
}

/** The schema's first things: what this database's roles are called, and which files have run. */
async function prepare(client: pg.Client): Promise<void> {
  const known = await client.query<{ found: boolean }>(
    "select to_regclass('platform.migration') is not null as found",
  )
  if (known.rows[0]?.found) return
  await client.query(`
    create schema platform;
    create function platform.suffix() returns text language sql immutable as $$ select ${pg.escapeLiteral(client.database ?? '')}::text $$;
    create table platform.migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp());
    alter table platform.migration enable row level security;
    alter table platform.migration force row level security;
    create policy migrates on platform.migration to current_user using (true) with check (true);`)
}

function refuseChanged(before: ReadonlyMap<string, string>, files: readonly MigrationFile[]): void {
  for (const file of files) {
    const checksum = before.get(file.name)
    if (checksum !== undefined && checksum !== file.checksum)
      throw new Error(
        `Migration ${file.name} has changed since it was applied here: put it back and add a new one`,
      )
  }
}
