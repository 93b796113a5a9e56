import type { Actor, Work } from '#platform/db'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { InviteeWanted } from '../commands/inviteeRow.ts'
import { type MeetingWanted, planMeeting } from '../commands/planMeeting.ts'
import { inviteesOf } from '../queries/inviteesOf.ts'
import type { Agency, Invitee } from '../rules/invitee.ts'

/** A family of three, who holds it, and who is asked of other agencies. */
export type MeetingStage = Awaited<ReturnType<typeof meetingStage>>

/** Sets the stage in a test's record. */
export async function meetingStage(record: TestRecord) {
  const { makers } = record
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const tell = (fn: (work: Work) => Promise<unknown>) => record.as(serviceActor('storyteller'), fn)
  const organisation = async (name: string, kind: string): Promise<Uuid> => {
    const id = makeUuid()
    await tell(work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('organisation')
        .values({ id, name, kind })
        .execute(),
    )
    return id
  }
  const partner = async (organisationId: Uuid): Promise<Actor> => {
    const actor = await makers.worker()
    await tell(work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('worker')
        .set({ organisation_id: organisationId })
        .where('id', '=', actor.id)
        .execute(),
    )
    return actor
  }
  const force = await organisation('Exampleshire Constabulary', 'police')
  const trust = await organisation('Exampleshire Health', 'nhs')
  const police = await partner(force)
  const officer = await partner(force)
  const health = await partner(trust)

  async function siblings(count = 3): Promise<readonly Uuid[]> {
    const { children } = await makers.family({ children: count })
    for (const personId of children) await makers.allocation({ personId, teamId, workerId: worker.id })
    return children
  }
  const asked = (actor: Actor, agency: Agency, isComing?: true): InviteeWanted => ({
    side: 'professional',
    agency,
    workerId: actor.id,
    ...(isComing ? { isComing } : {}),
  })
  async function planned(personIds: readonly Uuid[], more: Partial<MeetingWanted> = {}): Promise<Uuid> {
    const made = await record.as(manager, work =>
      planMeeting(work, {
        kind: 'strategy',
        personIds,
        reason: 'A bruise that nobody explains',
        identifiedAt: work.now.subtract({ hours: 2 }),
        plannedAt: work.now.add({ hours: 1 }),
        minutes: 60,
        how: 'online',
        place: null,
        chairId: manager.id,
        administratorId: null,
        invitees: [asked(manager, 'social_care', true), asked(police, 'police'), asked(health, 'health')],
        ...more,
      }),
    )
    if (made.outcome !== 'planned') throw new Error(`Not planned: ${made.because}`)
    return made.meetingId
  }
  async function inviteeOf(meetingId: Uuid, actor: Actor): Promise<Invitee> {
    const all = await record.as(manager, work => inviteesOf(work, meetingId))
    const found = all.find(({ workerId }) => workerId === actor.id)
    if (found === undefined) throw new Error('Nobody such is asked')
    return found
  }
  return {
    teamId,
    manager,
    worker,
    police,
    officer,
    health,
    force,
    trust,
    siblings,
    asked,
    planned,
    inviteeOf,
    tell,
  }
}
