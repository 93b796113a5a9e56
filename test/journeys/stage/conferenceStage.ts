import type { Actor } from '#platform/db'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { tellRow } from '../../../src/modules/assessments/testing/assessedFamily.ts'
import { openMeeting } from '../../../src/modules/child-protection/meeting/index.ts'
import { meetingStage } from '../../../src/modules/child-protection/meeting/testing/meetingStage.ts'

/** A worker with the name under which pages show them. */
export type NamedActor = Actor & { readonly name: string }

/** Three siblings, who works with them, and who comes to a conference about them: a chair, an administrator, police, a nurse and a school. */
export async function conferenceStage(record: TestRecord) {
  const { makers } = record
  const stage = await meetingStage(record)
  const [chair, clerk, school] = [await makers.worker(), await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  await makers.post({ workerId: chair.id, teamId, role: 'conference_chair' })
  await makers.post({ workerId: clerk.id, teamId: stage.teamId, role: 'business_support' })
  await makers.post({ workerId: stage.worker.id, teamId: stage.teamId })
  const front = await makers.team({ kind: 'front_door' })
  await makers.post({ workerId: stage.police.id, teamId: front, role: 'mash_partner' })
  const schoolId = makeUuid()
  const named = async (actor: Actor, name: string, columns: object = {}): Promise<NamedActor> => {
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('worker')
        .set({ display_name: name, ...columns })
        .where('id', '=', actor.id)
        .execute(),
    )
    return { ...actor, name }
  }
  await tellRow(record, 'organisation', { id: schoolId, name: 'Madeup Primary School', kind: 'school' })
  const people = {
    police: await named(stage.police, 'Pat Madeupolice'),
    nurse: await named(stage.health, 'Nia Madeupnurse'),
    school: await named(school, 'Sky Madeupteacher', { organisation_id: schoolId }),
  }
  const children = (await stage.siblings(3)) as [Uuid, Uuid, Uuid]
  for (const personId of children)
    await makers.involvement({ personId, workerId: stage.health.id, role: 'health_visitor' })

  /** A child with a plan that runs. */
  async function withPlan(): Promise<Uuid> {
    const [child] = (await stage.siblings(1)) as [Uuid]
    await tellRow(record, 'cp_plan', {
      person_id: child,
      started_on: '2026-03-02',
      initial_category: 'NEG',
      latest_category: 'NEG',
    })
    return child
  }

  /** Two reviews that sit with nobody there but the chair. */
  async function withoutQuorum() {
    const [one, two] = [await withPlan(), await withPlan()]
    const opened = async (child: Uuid): Promise<Uuid> => {
      const meetingId = await stage.planned([child], {
        kind: 'review',
        chairId: chair.id,
        invitees: [stage.asked(stage.worker, 'social_care'), stage.asked(stage.police, 'police')],
      })
      await record.as(chair, work => openMeeting(work, { meetingId, version: 1 }))
      return meetingId
    }
    return [await opened(one), { meetingId: await opened(two), child: two }] as const
  }

  /** A strategy discussion that sits, and one that is still to be held. */
  async function discussions(): Promise<readonly [Uuid, Uuid]> {
    const sitting = await stage.planned(await stage.siblings(1))
    await record.as(stage.manager, work => openMeeting(work, { meetingId: sitting, version: 1 }))
    return [sitting, await stage.planned(await stage.siblings(1))]
  }

  return {
    ...stage,
    ...people,
    schoolLead: people.school,
    chair,
    clerk,
    children,
    withoutQuorum,
    discussions,
  }
}
