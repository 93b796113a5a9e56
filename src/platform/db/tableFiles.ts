import { execFile } from 'node:child_process'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataModelMarkdown } from './dataModel.ts'
import { readTables, type Table } from './readTables.ts'
import { tableSource } from './tableSource.ts'

const source = join(import.meta.dirname, '../..')
const root = join(source, '..')

/** Schemas that the query builder may name; history and known_at repeat record, platform is the machinery's own. */
const schemas = ['record', 'access', 'audit', 'app', 'search']

/** A generated file: where it belongs under src/, and its text. */
export type TableFile = { readonly path: string; readonly text: string }

type Place = {
  readonly path: string
  readonly name: string
  readonly doors: { readonly columns: string; readonly ids: string }
}

/**
 * Each module's tables.ts, and the service's own, as the migrated database says they should be. A table belongs to the
 * module whose migration creates it.
 * @throws when a table is found whose `create table` stands in no migration
 */
export async function tableFiles(ownerUrl: string): Promise<TableFile[]> {
  const owners = await ownersOfTables()
  const tables = await readTables(ownerUrl, schemas)
  const byFolder = Map.groupBy(tables, table => ownerOf(table, owners))
  const files: TableFile[] = []
  for (const [folder, group] of byFolder) {
    const { path, name, doors } = placeOf(folder)
    files.push({ path, text: await formatted(tableSource(name, group, doors), path) })
  }
  return files.sort((a, b) => a.path.localeCompare(b.path))
}

/** The page docs/data-model.md of a migrated database. */
export async function dataModelPage(ownerUrl: string): Promise<string> {
  const owners = await ownersOfTables()
  return dataModelMarkdown(Map.groupBy(await readTables(ownerUrl, schemas), table => ownerOf(table, owners)))
}

/** 'record.person' -> 'modules/people' (the folder above migrations/). */
async function ownersOfTables(): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  for await (const path of glob('**/migrations/*.sql', { cwd: source })) {
    const sql = await readFile(join(source, path), 'utf8')
    const folder = path.replaceAll('\\', '/').replace(/\/migrations\/.*$/, '')
    for (const match of sql.matchAll(/^create table (\w+\.\w+)/gm)) owners.set(match[1] ?? '', folder)
  }
  return owners
}

function ownerOf(table: Table, owners: ReadonlyMap<string, string>): string {
  const folder = owners.get(`${table.schema}.${table.name}`)
  if (folder === undefined) throw new Error(`No migration says "create table ${table.schema}.${table.name}"`)
  return folder
}

function placeOf(folder: string): Place {
  if (folder === 'platform/db')
    return {
      path: 'platform/db/serviceTables.ts',
      name: 'ServiceTables',
      doors: { columns: './columnTypes.ts', ids: '../ids/index.ts' },
    }
  const module = folder.split('/').at(-1) ?? ''
  const name = module.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  return {
    path: `${folder}/tables.ts`,
    name: `${name}Tables`,
    doors: { columns: '#platform/db', ids: '#platform/ids' },
  }
}

/** As the formatter leaves it, imports in order, so that formatting the tree changes nothing. */
function formatted(text: string, path: string): Promise<string> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = execFile(
    process.execPath,
    [biome, 'check', '--write', `--stdin-file-path=src/${path}`],
    { cwd: root },
    (error, stdout) => (error ? reject(error) : resolve(stdout)),
  )
  child.stdin?.end(text)
  return promise
}
