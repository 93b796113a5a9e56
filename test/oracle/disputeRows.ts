import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import { peopleAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns of some children a disagreement that one worker raised, and its first stage, put to another. */
export function disputeRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  const holders = world.allocations.flatMap(({ workerId }) => (workerId === null ? [] : [workerId]))
  return peopleAt(sketch, sketch.owners[1] ?? []).flatMap((personId, place) => {
    const authorId = holders[place % Math.max(1, holders.length)] ?? workerAt(sketch, place)
    const workerId = workerAt(sketch, place + 1)
    const paperId = next()
    const dispute = { personIds: [personId], authorId, allowedIds: [authorId, workerId] }
    return [
      { ...dispute, table: 'cp_dispute', id: paperId },
      { ...dispute, table: 'cp_dispute_stage', id: next(), paperId, workerId },
    ]
  })
}

/** @returns the columns of a disagreement or of its stage; nothing for other tables. */
export function disputeValues(world: World, row: KnownRow, word: string, again: boolean): Values | undefined {
  return {
    cp_dispute: {
      person_id: row.personIds[0],
      kind: 'chair',
      about: word,
      wants: word,
      raised_by: row.authorId,
      party_ids: row.allowedIds,
    },
    cp_dispute_stage: {
      dispute_id: row.paperId,
      place: again ? 2 : 1,
      goes_to: row.workerId,
      due_on: londonDate(world.now),
    },
  }[row.table]
}
