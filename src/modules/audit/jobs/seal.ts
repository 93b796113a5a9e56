import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '#platform/db'
import { canonicalEntry } from '../queries/canonicalEntry.ts'
import { lastSeal } from '../queries/sealsAfter.ts'
import { emptyTree, grow, leafHash, rootOf } from '../rules/merkle.ts'
import { sealChain } from '../rules/sealChain.ts'
import type { AuditTables } from '../tables.ts'
import { sha256 } from './sha256.ts'

/** What one batch sealed. */
export type Sealed = {
  readonly entries: number
  /** Entries of lower transaction numbers are all sealed: hand it to the next batch, so that it looks no further back. */
  readonly before: string
  /** More entries wait than one batch takes. */
  readonly isMore: boolean
}

const AT_ONCE = 5000

/**
 * Seals the next entries of the audit into the tree: those of transactions that have all ended, in order of id. One
 * batch in one transaction; while another process seals, nothing is done.
 * @param since `before` of the last batch of this process; null looks at all entries
 */
export function seal(database: Database, since: string | null = null): Promise<Sealed> {
  return database.as(serviceActor('sealer'), 'seal', work => sealBatch(work, since), { statementSeconds: 60 })
}

async function sealBatch(work: Work, since: string | null): Promise<Sealed> {
  const { rows } = await sql<{ mine: boolean; before: string }>`
    select pg_try_advisory_xact_lock(7304, 1) as mine, pg_snapshot_xmin(pg_current_snapshot())::text as before`.execute(
    work.db(),
  )
  const { mine, before } = rows[0] as { mine: boolean; before: string } // one row, always
  if (!mine) return { entries: 0, before: since ?? '0', isMore: false }
  const entries = await waiting(work, since, before)
  if (entries.length === 0) return { entries: 0, before, isMore: false }
  await keep(work, entries)
  const isMore = entries.length === AT_ONCE
  return { entries: entries.length, before: isMore ? (since ?? '0') : before, isMore }
}

type Waiting = { readonly id: number; readonly canonical: string }

/** A number from after this snapshot belongs to another server: the database was restored here, and no such transaction is open. */
async function waiting(work: Work, since: string | null, before: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select e.id, ${canonicalEntry} as canonical from audit.entry e
    where (e.xid < ${before}::xid8 or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      and (${since}::text is null or e.xid >= ${since ?? '0'}::xid8)
      and not exists (select from audit.leaf l where l.entry_id = e.id)
    order by e.id limit ${AT_ONCE}`.execute(work.db())
  return rows
}

async function keep(work: Work, entries: readonly Waiting[]): Promise<void> {
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
    })
    .execute()
}
