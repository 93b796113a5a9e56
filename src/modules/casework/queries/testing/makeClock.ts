import { type Database, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../../tables.ts'

/** A clock that the storyteller tells a test's record, running unless an outcome is given. */
export async function makeClock(
  record: { readonly database: Database },
  given: {
    readonly personId: Uuid
    readonly definitionId?: string
    readonly dueOn: Temporal.PlainDate
    readonly triggerId?: Uuid
    readonly triggerOn?: Temporal.PlainDate
    readonly outcome?: 'open' | 'on_time' | 'late'
    readonly satisfiedOn?: Temporal.PlainDate
  },
): Promise<Uuid> {
  const id = makeUuid()
  const { personId, definitionId = 'CP_VISIT', dueOn, outcome = 'open' } = given
  await record.database.as(serviceActor('storyteller'), 'demo', work =>
    work
      .db<CaseworkTables>()
      .insertInto('clock')
      .values({
        id,
        person_id: personId,
        definition_id: definitionId,
        definition_version: 1,
        trigger_kind: 'cp_plan',
        trigger_id: given.triggerId ?? makeUuid(),
        trigger_on: given.triggerOn ?? dueOn.subtract({ days: 14 }),
        due_on: dueOn,
        due_at: dueOn.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '23:59:59' }).toInstant(),
        limit_value: 10,
        limit_unit: 'working_days',
        satisfied_on: given.satisfiedOn ?? null,
        outcome,
      })
      .execute(),
  )
  return id
}
