import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** A child with a protection plan that a worker leads, as a return or another system would have told it. */
export async function plannedChild(record: TestRecord, startedOn = '2026-03-02') {
  const { makers } = record
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const another = async (on = startedOn): Promise<{ readonly personId: Uuid; readonly planId: Uuid }> => {
    const personId = await makers.person({ given: 'Wren', family: 'Madeup', born: '2015-05-05' })
    await makers.allocation({ personId, teamId, workerId: worker.id })
    const planId = makeUuid()
    await tell('cp_plan', {
      id: planId,
      person_id: personId,
      started_on: on,
      initial_category: 'NEG',
      latest_category: 'NEG',
      previous_plans: 0,
    })
    return { personId, planId }
  }
  const tell = (table: string, values: object) =>
    record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto(table)
        .values({ id: makeUuid(), ...values })
        .execute(),
    )
  return { manager, worker, teamId, another, tell, ...(await another()) }
}
