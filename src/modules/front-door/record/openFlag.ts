import type { PersonFlagSource } from '#modules/people'
import { episodesOf } from '../queries/episodesOf.ts'

/** "Open": a referral was taken further and is not closed, or waits for its decision. */
export const openFlag: PersonFlagSource = async (work, personIds) => {
  const open = (await episodesOf(work, personIds)).filter(
    ({ closedOn, isNoFurtherAction }) => closedOn === null && isNoFurtherAction !== true,
  )
  return new Map(
    open.map(
      ({ personId }) => [personId, [{ code: 'open', text: 'Open', classes: 'govuk-tag--blue' }]] as const,
    ),
  )
}
