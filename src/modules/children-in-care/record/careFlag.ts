import type { PersonFlagSource } from '#modules/people'
import { periodsStanding } from '../queries/periodsStanding.ts'

/** "Looked after": the child is in care today. */
export const careFlag: PersonFlagSource = async (work, personIds) => {
  if (personIds.length === 0) return new Map()
  const standing = await periodsStanding(work, personIds)
  return new Map(
    [...standing.keys()].map(id => [
      id,
      [{ code: 'in_care', text: 'Looked after', classes: 'govuk-tag--purple' }] as const,
    ]),
  )
}
