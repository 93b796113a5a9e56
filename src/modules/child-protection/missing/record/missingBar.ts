import type { ClosureBar } from '#modules/casework'
import { formatDateTime } from '#ui'
import { missingOf } from '../queries/missingOf.ts'

/** A child who is missing: neither a plan nor the case ends meanwhile. */
export const missingBar: ClosureBar = async (work, personIds) => {
  const { episodes } = await missingOf(work, personIds)
  return episodes
    .filter(({ returned }) => returned === null)
    .map(({ id, personId, startedAt }) => ({
      personId,
      sentence: `The child is missing since ${formatDateTime(startedAt)}: nothing is closed before they are back.`,
      href: `/people/${personId}/missing/${id}`,
    }))
}
