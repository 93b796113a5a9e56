import { sql } from 'kysely'
import { oncePerTransaction, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NursingArea } from '../rules/routingInputs.ts'
import type { HealthTables } from '../tables.ts'

/** The teams of nurses and the councils that answer on a day, and the front door of today. */
export type WhoAnswers = {
  readonly areas: readonly NursingArea[]
  readonly councils: readonly { readonly id: Uuid; readonly postcodes: readonly string[] }[]
  readonly frontDoorId: Uuid | null
}

/** @param day as text: the directory is the same for every visit of a day */
export const whoAnswers = oncePerTransaction(
  async (work: Work, day: string): Promise<WhoAnswers> => ({
    areas: await areasOn(work, Temporal.PlainDate.from(day)),
    councils: await work
      .db<HealthTables>()
      .selectFrom('neighbour_council')
      .select(['id', 'postcodes'])
      .where('ended_on', 'is', null)
      .execute(),
    frontDoorId: await frontDoor(work),
  }),
)

/** The team that is asked who a child of this sender's is. */
export const liaisonOf = oncePerTransaction(
  async (work: Work, senderId: Uuid): Promise<Uuid> =>
    (
      await work
        .db<HealthTables>()
        .selectFrom('health_sender')
        .select('liaison_team_id')
        .where('id', '=', senderId)
        .executeTakeFirstOrThrow()
    ).liaison_team_id,
)

const areasOn = (work: Work, day: Temporal.PlainDate): Promise<readonly NursingArea[]> =>
  work
    .db<HealthTables>()
    .selectFrom('nursing_area')
    .select(['team_id as teamId', 'serves', 'by_what as byWhat', 'value'])
    .where('started_on', '<=', day)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', day)]))
    .execute()

async function frontDoor(work: Work): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid }>`
    select id from team where kind = 'front_door' and (ended_on is null or ended_on >= ${work.today.toString()}::date) order by name, id limit 1`.execute(
    work.db(),
  )
  return rows[0]?.id ?? null
}
