import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Barred, ClosureBar } from '../registry/closureBar.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'

/** Everything that stands against closing these children's plans or cases, from every module that has told how. */
export async function closureBarsOf(
  work: Work,
  personIds: readonly Uuid[],
  ending: 'cin_plan' | 'case',
): Promise<readonly Barred[]> {
  if (personIds.length === 0) return [] // a form may be sent with nobody ticked
  const bars: Barred[] = []
  for (const bar of [undecidedTransfer, ...registries.closureBars])
    bars.push(...(await bar(work, personIds, ending)))
  return bars
}

/** Casework's own: another team has been asked to take the child over. */
const undecidedTransfer: ClosureBar = async (work, personIds) => {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('transfer')
    .select(['id', 'person_id'])
    .where('person_id', 'in', personIds)
    .where('decided_at', 'is', null)
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    sentence: 'A transfer waits for its answer: wait for it, or take it back.',
    href: `/transfers/${row.id}`,
  }))
}
