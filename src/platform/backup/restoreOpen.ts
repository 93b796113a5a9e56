import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { KithError } from '#platform/errors'
import { fileOf } from './exportOpen.ts'
import type { OpenManifest } from './manifest.ts'

/**
 * Loads an open export into a migrated, empty database, all or nothing. The owner lifts row-level security and the
 * triggers from each table for this transaction only: past rows, access and audit come back as they were.
 * @param ownerUrl login that owns the schema
 * @throws KithError when the export is one of a past moment, the schema differs, a table holds rows already or a file is not what the manifest says
 */
export async function restoreOpen(
  ownerUrl: string,
  manifest: OpenManifest,
  folder: string,
  onStep: (done: number, total: number, label: string) => void = () => {},
): Promise<void> {
  refusePast(manifest)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await refuseOtherSchema(client, manifest)
    for (const { name } of manifest.tables)
      await client.query(
        `alter table ${name} no force row level security; alter table ${name} disable trigger user`,
      )
    const ordered = await parentsFirst(client, manifest)
    await client.query('set constraints all deferred')
    for (const [index, table] of ordered.entries()) {
      onStep(index, ordered.length, 'tables')
      await load(client, table, folder)
    }
    await client.query('set constraints all immediate')
    for (const { name } of manifest.tables)
      await client.query(
        `alter table ${name} force row level security; alter table ${name} enable trigger user`,
      )
    await client.query('select platform.after_restore()')
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Without its access rules, and with an audit cut off, it would be a record that lies about itself. */
function refusePast({ knownAt }: OpenManifest): void {
  if (knownAt === undefined) return
  throw new KithError('KITH_USAGE', {
    sentence: `This export is the record as it stood at ${knownAt}, to be read: it has no access rules and no later audit. Restore one that was made without --known-at.`,
  })
}

async function refuseOtherSchema(client: pg.Client, { schema }: OpenManifest): Promise<void> {
  const here = await client.query<{ name: string }>('select platform.schema_version() as name')
  if (here.rows[0]?.name !== schema)
    throw new KithError('KITH_USAGE', {
      sentence: `The export was made with schema ${schema}, and this version has ${here.rows[0]?.name}. Restore with the version that made it, then migrate.`,
    })
}

type Table = OpenManifest['tables'][number]

/** A table after those its foreign keys point at. A key that may be deferred is checked once everything is there: it may close a circle. */
async function parentsFirst(client: pg.Client, { tables }: OpenManifest): Promise<readonly Table[]> {
  const links = await client.query<{ child: string; parent: string }>(`
    select format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
      join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid and not k.condeferrable`)
  const ordered: Table[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const before = waiting.size
    for (const table of waiting) {
      const parents = links.rows.filter(({ child }) => child === table.name).map(({ parent }) => parent)
      if ([...waiting].some(other => other !== table && parents.includes(other.name))) continue
      ordered.push(table)
      waiting.delete(table)
    }
    if (waiting.size === before) throw new Error('Tables point at each other in a circle')
  }
  return ordered
}

async function load(client: pg.Client, table: Table, folder: string): Promise<void> {
  const found = await client.query<{ some: boolean }>(`select exists (select from ${table.name}) as some`)
  if (found.rows[0]?.some)
    throw new KithError('KITH_USAGE', {
      sentence: `The table ${table.name} holds rows already. Restore into an empty database.`,
    })
  const columns = table.columns.map(column => pg.escapeIdentifier(column)).join(', ')
  const target = client.query(copyFrom(`copy ${table.name} (${columns}) from stdin (format csv, header)`))
  const hash = createHash('sha256')
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), watch, target)
  if (target.rowCount !== table.rows || hash.digest('hex') !== table.sha256)
    throw new KithError('KITH_USAGE', {
      sentence: `The file of ${table.name} is not the one that was exported: nothing was restored.`,
    })
}
