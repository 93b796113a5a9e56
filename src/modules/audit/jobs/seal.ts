import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '#platform/db'
import { canonicalEntry } from '../queries/canonicalEntry.ts'
import { lastSeal } from '../queries/sealsAfter.ts'
import { emptyTree, grow, leafHash, rootOf } from '../rules/merkle.ts'
import { sealChain } from '../rules/sealChain.ts'
import type { AuditTables } from '../tables.ts'
import { sha256 } from './sha256.ts'

/** Where the next batch begins to look, so that it need not look at what is sealed already. */
export type Place = {
  /** Every entry of a lower transaction number is sealed; null: unknown. */
  readonly since: string | null
  /** While one series of batches goes on: the last id sealed, and where the series will have brought `since`. */
  readonly series: { readonly afterId: number; readonly since: string } | null
}

/** What one batch sealed. While `next.series` stands, more entries wait than one batch takes. */
export type Sealed = { readonly entries: number; readonly next: Place }

/** Looks at every entry: where a process begins, and begins again after a failure. */
export const fromTheBeginning: Place = { since: null, series: null }

const AT_ONCE = 5000

/**
 * Seals the next entries of the audit into the tree: those of transactions that have all ended, in order of id. One
 * batch in one transaction; while another process seals, nothing is done.
 * @param place `next` of the last batch of this process
 */
export function seal(database: Database, place: Place = fromTheBeginning): Promise<Sealed> {
  return database.as(serviceActor('sealer'), 'seal', work => sealBatch(work, place), { statementSeconds: 60 })
}

async function sealBatch(work: Work, place: Place): Promise<Sealed> {
  const { rows } = await sql<{ mine: boolean; before: string }>`
    select pg_try_advisory_xact_lock(7304, 1) as mine, pg_snapshot_xmin(pg_current_snapshot())::text as before`.execute(
    work.db(),
  )
  const { mine, before } = rows[0] as { mine: boolean; before: string } // one row, always
  if (!mine) return { entries: 0, next: place }
  const entries = await waiting(work, place, before)
  const next = nextPlace(place, before, entries)
  if (entries.length > 0) await keep(work, entries, next.since)
  return { entries: entries.length, next }
}

function nextPlace(place: Place, before: string, entries: readonly Waiting[]): Place {
  // Entries that commit late with lower ids are left for the next series: it begins where this one began to look.
  const since = place.series?.since ?? before
  const last = entries.length === AT_ONCE ? entries.at(-1) : undefined
  return last === undefined
    ? { since, series: null }
    : { since: place.since, series: { afterId: last.id, since } }
}

type Waiting = { readonly id: number; readonly canonical: string }

/**
 * Entries that wait, in order of id. A number from after this snapshot belongs to another server: the database was
 * restored here, and no such transaction is open. What is new since the last batch is found first, by its index: in the
 * order of ids the whole log would be walked.
 */
async function waiting(work: Work, place: Place, before: string): Promise<Waiting[]> {
  const isFree = sql`(e.xid < ${before}::xid8 or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))`
  const isNew =
    place.since === null
      ? sql`true`
      : sql`e.id = any (array(select e.id from audit.entry e where e.xid >= ${place.since}::xid8 and ${isFree}))`
  const { rows } = await sql<Waiting>`
    select e.id, ${canonicalEntry} as canonical from audit.entry e
    where ${isFree} and ${isNew} and e.id > ${place.series?.afterId ?? 0}
      and not exists (select from audit.leaf l where l.entry_id = e.id)
    order by e.id limit ${AT_ONCE}`.execute(work.db())
  return rows
}

/** @param sealedBefore every entry of a lower transaction number is sealed with these; null: unknown */
async function keep(work: Work, entries: readonly Waiting[], sealedBefore: string | null): Promise<void> {
  const last = await lastSeal(work)
  const tree = last ?? emptyTree
  const leaves = entries.map(entry => leafHash(sha256, Buffer.from(entry.canonical)))
  const grown = grow(sha256, tree, leaves)
  const root = rootOf(sha256, grown)
  await sql`insert into audit.leaf (position, entry_id, hash)
    select ${tree.size}::bigint + ordinality - 1, entry_id, hash
    from unnest(${entries.map(entry => entry.id)}::bigint[], ${leaves}::bytea[]) with ordinality leaf (entry_id, hash, ordinality)`.execute(
    work.db(),
  )
  const chain = sealChain(sha256, last?.chain ?? new Uint8Array(), { size: grown.size, root, at: work.now })
  await work
    .db<AuditTables>()
    .insertInto('audit.seal')
    .values({
      at: work.now,
      tree_size: grown.size,
      root: Buffer.from(root),
      frontier: grown.frontier.map(hash => Buffer.from(hash)),
      chain: Buffer.from(chain),
      sealed_before: sealedBefore,
    })
    .execute()
}
