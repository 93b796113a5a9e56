import type { PersonFlagSource } from '#modules/people'
import type { ChildProtectionTables } from '../tables.ts'

/** "Protection plan": a child protection plan is running. */
export const planFlag: PersonFlagSource = async (work, personIds) => {
  if (personIds.length === 0) return new Map()
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('cp_plan')
    .select('person_id')
    .where('person_id', 'in', personIds)
    .where('ended_on', 'is', null)
    .execute()
  return new Map(
    rows.map(row => [
      row.person_id,
      [{ code: 'cp_plan', text: 'Protection plan', classes: 'govuk-tag--red' }] as const,
    ]),
  )
}
