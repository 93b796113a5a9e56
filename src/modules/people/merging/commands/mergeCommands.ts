import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { followFacts } from '../../registry/factFollowers.ts'
import { mayMerge } from '../queries/mergeMark.ts'
import { mergeWarningsOf } from '../queries/mergeWarningsOf.ts'
import type { EvidenceKind } from '../rules/evidenceKinds.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'

/** Why two records are not merged now. `not_found` is also the answer for restricted people. */
export type MergeRefusal =
  | 'not_found'
  | 'merged_already'
  | 'not_same'
  | 'numbers_differ'
  | 'contact_waiting'
  | 'changed'
  /** Something says that these are two people, and whoever acts did not say that they are one. */
  | 'unconfirmed'

/** What one worker asks and another confirms. */
export type MergeWanted = {
  readonly survivorId: Uuid
  readonly mergedId: Uuid
  readonly evidenceKinds: readonly EvidenceKind[]
  /** In their own words, ten letters or more. */
  readonly evidence: string
  readonly choices: MergeChoices
  /** Of the two records as they were looked at (mergeMark). */
  readonly mark: string
  /** Said in so many words: needed where something warns that these are two people. */
  readonly isOnePerson?: boolean
}

/** Whether a warning stands against joining these two that nobody has answered. */
async function isUnconfirmed(
  work: Work,
  { survivorId, mergedId, isOnePerson }: Pick<MergeWanted, 'survivorId' | 'mergedId' | 'isOnePerson'>,
): Promise<boolean> {
  if (isOnePerson) return false
  return (
    (await mayMerge(work, survivorId, mergedId)) !== null &&
    (await mergeWarningsOf(work, survivorId, mergedId)).length > 0
  )
}

/**
 * Asks for two records to become one; managers who may confirm it are told.
 * @returns the merge that waits; `exists` when these two wait already
 */
export async function askMerge(
  work: Work,
  wanted: MergeWanted,
): Promise<{ readonly outcome: 'asked' | 'exists'; readonly id: Uuid } | { readonly outcome: MergeRefusal }> {
  if (await isUnconfirmed(work, wanted)) return { outcome: 'unconfirmed' }
  const { rows } = await sql<{ outcome: MergeRefusal | 'asked' | 'exists'; id: Uuid | null }>`
    select outcome, id from access.ask_merge(${wanted.survivorId}, ${wanted.mergedId}, ${[...wanted.evidenceKinds]}::text[],
      ${wanted.evidence}, ${JSON.stringify(wanted.choices)}::jsonb, ${wanted.mark})`.execute(work.db())
  const { outcome = 'not_found', id = null } = rows[0] ?? {}
  if (outcome === 'asked' || outcome === 'exists') {
    if (id === null) throw new Error('A merge was asked and has no id')
    return { outcome, id }
  }
  return { outcome }
}

/**
 * Joins two records as the acting person confirms what somebody else asked: every column that names the merged person comes to
 * name the survivor, in this transaction, each with a line of what it was.
 * @param merge.mark of the two records as the acting person looked at them
 * @returns `conflict` when the choices cannot stand together, such as two leads at a time
 */
export async function confirmMerge(
  work: Work,
  merge: { readonly id: Uuid } & Omit<MergeWanted, 'evidence' | 'evidenceKinds'>,
): Promise<'merged' | 'conflict' | MergeRefusal> {
  if (await isUnconfirmed(work, merge)) return 'unconfirmed'
  const { rows } = await sql<{ outcome: 'merged' | 'conflict' | MergeRefusal }>`
    select access.confirm_merge(${merge.id}, ${JSON.stringify(merge.choices)}::jsonb, ${merge.mark}) as outcome`.execute(
    work.db(),
  )
  const outcome = rows[0]?.outcome ?? 'not_found'
  if (outcome === 'merged') await followFacts(work, [merge.survivorId, merge.mergedId])
  return outcome
}

/** Refuses a merge that waits, or takes back one's own. */
export async function closeMerge(work: Work, id: Uuid, reason: string): Promise<'closed' | 'not_found'> {
  const { rows } = await sql<{ outcome: 'closed' | 'not_found' }>`
    select access.close_merge(${id}, ${reason}) as outcome`.execute(work.db())
  return rows[0]?.outcome ?? 'not_found'
}

/** A row written since the merge that an undo gives to the person who was merged. */
export type AssignedRow = { readonly table: string; readonly column: string; readonly row: Uuid }

/**
 * Makes two records of one again: every column is put back as it was before the merge. What was written since stays with the survivor,
 * but for the rows assigned.
 * @returns `later_merge` when another merge of either is undone first; `in_the_way` when something written since holds the place of
 * something that would come back, such as a lead
 */
export async function undoMerge(
  work: Work,
  undo: {
    readonly id: Uuid
    readonly survivorId: Uuid
    readonly mergedId: Uuid
    readonly reason: string
    readonly assigned: readonly AssignedRow[]
  },
): Promise<'undone' | 'later_merge' | 'in_the_way' | 'not_found'> {
  const { rows } = await sql<{ outcome: 'undone' | 'later_merge' | 'in_the_way' | 'not_found' }>`
    select access.undo_merge(${undo.id}, ${undo.reason}, ${JSON.stringify(undo.assigned)}::jsonb) as outcome`.execute(
    work.db(),
  )
  const outcome = rows[0]?.outcome ?? 'not_found'
  if (outcome === 'undone') await followFacts(work, [undo.survivorId, undo.mergedId])
  return outcome
}
