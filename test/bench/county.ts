import { createHmac } from 'node:crypto'
import { install, openDatabase } from '#platform/db'
import { londonDate, systemClock } from '#platform/time'
import { makeDemo } from '../../src/main/demo/index.ts'
import { preparePlace } from '../../src/main/installation/openAuthority.ts'
import type { BenchCluster } from './benchCluster.ts'
import { fillTeams } from './fillTeams.ts'
import { writeLongPack } from './longPack.ts'
import { lengthenRecords } from './longRecords.ts'
import { holdManyConferences } from './manyConferences.ts'

/** What a service of its own process is given as KITH_CONTEXT_KEY to open these databases. */
export const CONTEXT_SECRET = Buffer.alloc(32, 'only for measuring').toString('base64')

/** The key of a database of the benchmark, as the service derives it: copies answer to that of their original. */
export const contextKeyOf = (database: string): Buffer =>
  createHmac('sha256', Buffer.from(CONTEXT_SECRET, 'base64')).update(database).digest()

/** How a county was made. */
export type CountyMade = {
  readonly children: number
  /** Children who are only led, for what is read of teams (`fillTeams.ts`). */
  readonly led: number
  readonly seconds: number
  /** People, notes, clocks, meetings and what else grows, as counted afterwards. */
  readonly rows: Readonly<Record<string, number>>
}

/** Fills a database with an invented county, and leaves it as autovacuum would leave one in use. */
export async function makeCounty(
  cluster: BenchCluster,
  name: string,
  { children, led }: Pick<CountyMade, 'children' | 'led'>,
  say: (sentence: string) => void,
): Promise<CountyMade> {
  const began = performance.now()
  const contextKey = contextKeyOf(name)
  const authority = { code: '989', name: 'Northmarsh County Council' }
  const place = {
    host: '*',
    database: name,
    ownerUrl: cluster.ownerUrl(name),
    serveUrl: cluster.serveUrl(name),
    serveLogin: 'kith_serve',
    portal: null,
    contextKey,
  }
  await preparePlace(place)
  const installation = { authorityCode: authority.code, authorityName: authority.name, madeByDemo: true }
  await install(place.ownerUrl, installation, contextKey)
  const database = openDatabase(place.serveUrl, { suffix: name, contextKey }, 2)
  let said = began
  try {
    await makeDemo({
      database,
      authority,
      children,
      seed: 1,
      today: londonDate(systemClock.now()),
      onStep: (done, total, label) => {
        if (performance.now() - said < 10_000) return
        said = performance.now()
        say(`${name}: ${label} ${done} of ${total}`)
      },
    })
    await lengthenRecords(database)
    await writeLongPack(database)
    await holdManyConferences(database)
    await fillTeams(database, led)
  } finally {
    await database.close()
  }
  await cluster.asSuperuser(name, 'vacuum analyze', 'checkpoint')
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { children, led, seconds, rows: await countRows(cluster, name) }
}

async function countRows(cluster: BenchCluster, name: string): Promise<Readonly<Record<string, number>>> {
  const tables = {
    people: 'record.person',
    notes: 'record.note',
    clocks: 'record.clock',
    meetings: 'record.meeting',
    copies: 'record.paper_copy',
    allocations: 'record.allocation',
    'entries of access': 'access.entry',
  }
  const counts = Object.entries(tables).map(
    ([label, table]) => `(select count(*)::int from ${table}) as "${label}"`,
  )
  const [row] = await cluster.asSuperuser<Record<string, number>>(name, `select ${counts.join(', ')}`)
  return row ?? {}
}

/**
 * Copies a county and takes row-level security off every table of the record, its history and access: what the pages would
 * cost if the database let everyone see everything. Only a superuser can, and only in a copy.
 */
export async function withoutRowSecurity(cluster: BenchCluster, source: string, copy: string): Promise<void> {
  await cluster.clone(source, copy)
  await cluster.asSuperuser(
    copy,
    `do $$ declare t text; begin
       for t in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname in ('record', 'history', 'access', 'search') and c.relrowsecurity loop
         execute format('alter table %s disable row level security, no force row level security', t);
       end loop;
     end $$`,
  )
}
