import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { insertClocks, updateClocks } from '../commands/writeClocks.ts'
import { type ClockDifference, clockDifferences } from './clockDifferences.ts'
import type { StoredClock } from './storedClocks.ts'

/**
 * Brings the running clocks of these people in line with the facts as they stand in this transaction. Every command
 * that adds, moves or removes a fact which a clock counts from calls it before it commits. However many clocks there are, it
 * writes at most two statements.
 * @returns how many clocks were started, moved or stopped
 */
export async function syncClocks(work: Work, personIds: readonly Uuid[]): Promise<number> {
  const differences = await clockDifferences(work, personIds)
  const missing: StoredClock[] = []
  const standing: StoredClock[] = []
  for (const difference of differences)
    (difference.kind === 'missing' ? missing : standing).push(mended(difference))
  await insertClocks(work, missing)
  await updateClocks(work, standing)
  return differences.length
}

/** The row as it must be. A clock whose fact is gone keeps what it said and counts no longer. */
function mended(difference: ClockDifference): StoredClock {
  if (difference.kind === 'missing') return { id: makeUuid(), ...difference.derived }
  if (difference.kind === 'changed') return { id: difference.id, ...difference.derived }
  const outcomeReason = 'The fact that started it was corrected'
  return { ...difference.stored, outcome: 'superseded', outcomeReason }
}
