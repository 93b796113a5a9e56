import type { PersonFlagSource } from '#modules/people'
import type { ChildProtectionTables } from '../../tables.ts'

/** "Missing": the child is away now. */
export const missingFlag: PersonFlagSource = async (work, personIds) => {
  if (personIds.length === 0) return new Map()
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('missing_episode')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .where('found_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map(
    rows.map(row => [
      row.person_id,
      [{ code: 'missing', text: 'Missing', classes: 'govuk-tag--red' }] as const,
    ]),
  )
}
