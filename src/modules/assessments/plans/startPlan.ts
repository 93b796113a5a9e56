import { sql } from 'kysely'
import { readEpisodes, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'
import { openPlans } from './openPlans.ts'

/** The authorised assessment that found the child in need without a plan having begun since; null when there is none. */
export async function mayStartPlan(
  work: Work,
  personId: Uuid,
): Promise<{ readonly referralId: Uuid; readonly authorisedOn: Temporal.PlainDate } | null> {
  if ((await openPlans(work, [personId])).length > 0) return null
  const open = (await readEpisodes(work, [personId])).filter(({ closedOn }) => closedOn === null)
  const row = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .select(['referral_id', 'authorised_on', 'outcome'])
    .where('person_id', '=', personId)
    .where('authorised_on', 'is not', null)
    .orderBy('authorised_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (row?.outcome !== 'child_in_need' || row.authorised_on === null) return null
  if (!open.some(({ id }) => id === row.referral_id)) return null
  return { referralId: row.referral_id, authorisedOn: row.authorised_on }
}

/** Starts the plan today, once: a second asking finds it there. */
export async function startPlan(work: Work, personId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}::text, 7306))`.execute(work.db())
  const asked = await mayStartPlan(work, personId)
  if (asked === null) return
  await work
    .db<AssessmentsTables>()
    .insertInto('cin_plan')
    .values({
      id: makeUuid(),
      person_id: personId,
      referral_id: asked.referralId,
      started_on: work.today,
    })
    .execute()
  await syncClocks(work, [personId])
}
