import type { ClosureBar } from '#modules/casework'
import { formatDate } from '#ui'
import { periodsOf } from '../queries/periodsOf.ts'

/** A child who is looked after: the case is not closed meanwhile. A child in need plan may end, as the care plan takes its place. */
export const careBar: ClosureBar = async (work, personIds, ending) => {
  if (ending !== 'case') return []
  return (await periodsOf(work, personIds))
    .filter(({ ended }) => ended === null)
    .map(({ personId, startedOn }) => ({
      personId,
      sentence: `The child is on record as looked after since ${formatDate(startedOn)}: record how it ended first.`,
      href: `/people/${personId}/care`,
    }))
}
