import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { oracle, type Verb } from './mcdc.ts'
import { decidedTables, withdrawnTables } from './settling.ts'
import { tableNamed } from './tables.ts'
import type { World } from './world.ts'

/** A database that can hold a world and be asked as any of its workers. */
export interface WorldDatabase {
  /** Puts the world and the rows in; a row with a `fact` is that fact, written once; a proposed row is left out. */
  load(world: World, rows: readonly KnownRow[]): Promise<void>
  /**
   * The ids of those rows that the worker can select, insert (a row about the same people, of which nothing stays), or touch
   * by an update that leaves its people and author alone, decides it or takes it back (of which nothing stays either).
   */
  allowed(worker: World['workers'][number], verb: Verb, rows: readonly KnownRow[]): Promise<ReadonlySet<Uuid>>
}

/** One answer in which the two differ. */
export type Disagreement = {
  readonly workerId: Uuid
  readonly row: KnownRow
  readonly verb: Verb
  readonly oracle: boolean
  readonly database: boolean
}

/** What a comparison found. */
export type Comparison = {
  /** Questions answered by both, and how many of them the oracle allowed. */
  readonly decisions: Readonly<Record<Verb, number>>
  readonly allowed: Readonly<Record<Verb, number>>
  readonly disagreements: readonly Disagreement[]
}

/** Every verb there is. */
export const verbs = ['read', 'add', 'change', 'decide', 'withdraw'] as const satisfies readonly Verb[]

/** No questions, or none allowed. */
export const none = { read: 0, add: 0, change: 0, decide: 0, withdraw: 0 } as const satisfies Record<
  Verb,
  number
>

/** Adding takes more than access, which no world has: parental responsibility or a decision (`src/modules/family-portal`). */
const askedElsewhere: readonly string[] = ['family_account']

/** What was answered is not asked again. */
const questionsAsked: readonly string[] = [
  'attendance_question',
  'partner_notice_question',
  'contribution_query',
  'agency_request',
  'lead_supervision_action',
]

/** Whether it can be asked of this row: what is only proposed can only be added, and few tables hold what is decided or taken back. */
export function isAskable(verb: Verb, row: KnownRow): boolean {
  if (verb === 'add' && row.table === 'attendance_notice') return row.isProposed === true
  if (verb === 'add') return !askedElsewhere.includes(tableNamed(row.table))
  if (row.isProposed === true) return false
  if (verb === 'decide' && row.table === 'paper_copy') return row.stage === 'composed'
  if (verb === 'decide' && row.table === 'partner_notice') return row.role === 'police_notification'
  if (verb === 'decide' && questionsAsked.includes(row.table)) return row.isClosed !== true
  if (verb === 'decide' && row.table === 'strand') return row.workerId !== null
  if (verb === 'decide') return decidedTables.includes(tableNamed(row.table))
  return verb !== 'withdraw' || withdrawnTables.includes(tableNamed(row.table))
}

/** Which of the questions about writing are asked: to try each takes ten times as long as to read. */
export type Share = { readonly oneIn: number; readonly from: number }

/**
 * Every worker, every row, every verb: the oracle's answer beside that of a loaded database.
 * @param share of the rows that each worker tries to write, others for each; all of them when left out
 * @param workers who asks; all of the world when left out
 */
export async function compareWorld(
  database: Pick<WorldDatabase, 'allowed'>,
  world: World,
  rows: readonly KnownRow[],
  asked: readonly Verb[] = verbs,
  share: Share = { oneIn: 1, from: 0 },
  workers: World['workers'] = world.workers,
): Promise<Comparison> {
  const decisions = { ...none }
  const allowed = { ...none }
  const disagreements: Disagreement[] = []
  for (const verb of asked) {
    for (const [turn, worker] of classByClass(workers)) {
      const askable = rows.filter(
        (row, at) =>
          isAskable(verb, row) && (verb === 'read' || (at + turn + share.from) % share.oneIn === 0),
      )
      const ids = await database.allowed(worker, verb, askable)
      for (const row of askable) {
        const expected = oracle[verb](world, worker.id, row)
        decisions[verb]++
        if (expected) allowed[verb]++
        if (expected === ids.has(row.id)) continue
        disagreements.push({ workerId: worker.id, row, verb, oracle: expected, database: !expected })
      }
    }
  }
  return { decisions, allowed, disagreements }
}

/** Each worker and their place, those of one class after one another: the database then asks by the plans that it has. */
function classByClass(workers: World['workers']): readonly (readonly [number, World['workers'][number]])[] {
  return [...workers.entries()].sort(([, one], [, other]) => one.class.localeCompare(other.class))
}

/** Loads a world into a database and compares everything; the whole of one world of a differential run. */
export async function compareInDatabase(
  database: WorldDatabase,
  world: World,
  rows: readonly KnownRow[],
  asked: readonly Verb[] = verbs,
  share?: Share,
): Promise<Comparison> {
  await database.load(world, rows)
  return await compareWorld(database, world, rows, asked, share)
}

/** @returns the counts of both and the disagreements of both. */
export function together(one: Comparison, other: Comparison): Comparison {
  const sum = (counts: Comparison['decisions'], more: Comparison['decisions']) => ({
    read: counts.read + more.read,
    add: counts.add + more.add,
    change: counts.change + more.change,
    decide: counts.decide + more.decide,
    withdraw: counts.withdraw + more.withdraw,
  })
  return {
    decisions: sum(one.decisions, other.decisions),
    allowed: sum(one.allowed, other.allowed),
    disagreements: [...one.disagreements, ...other.disagreements],
  }
}
