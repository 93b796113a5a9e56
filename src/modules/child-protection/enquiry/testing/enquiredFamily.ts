import { registries, syncClocks } from '#modules/casework'
import { factFollowers } from '#modules/people'
import type { Actor, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { lendRegistries } from '../../../casework/testing/lendRegistries.ts'
import { protectionClockSource } from '../../clocks/protectionClockSource.ts'
import { enquiryApproval } from '../approval/enquiryApproval.ts'
import type { EnquiryWanted } from '../commands/startEnquiry.ts'

/** Brother and sister held by one worker, each with an open referral, and their manager. */
export type EnquiredFamily = {
  readonly manager: Actor
  readonly worker: Actor
  readonly teamId: Uuid
  readonly children: readonly [Uuid, Uuid]
}

type ReferralRow = {
  id: Uuid
  person_id: Uuid
  received_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
}

/** Registers what enquiries need of other modules, with the referrals of this record as its episodes. */
export function registerForEnquiries(): void {
  lendRegistries()
  registries.clockSources.push(protectionClockSource)
  registries.approvalKinds.push(enquiryApproval)
  factFollowers.push(syncClocks)
  registries.episodeSource = async (work, personIds) => {
    const rows = await work
      .db<{ referral: ReferralRow }>()
      .selectFrom('referral')
      .select(['id', 'person_id', 'received_on', 'closed_on'])
      .where('person_id', 'in', personIds)
      .execute()
    return rows.map(row => ({
      id: row.id,
      personId: row.person_id,
      receivedOn: row.received_on,
      decidedOn: row.received_on,
      isNoFurtherAction: false,
      primaryNeed: null,
      source: null,
      closedOn: row.closed_on,
      closureReason: null,
    }))
  }
}

export async function enquiredFamily(
  { as, makers }: TestRecord,
  given: { readonly born?: string; readonly referredOn?: string } = {},
): Promise<EnquiredFamily> {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  const born = given.born ?? '2018-05-05'
  const children = [
    await makers.person({ given: 'Ash', born }),
    await makers.person({ given: 'Bea', born }),
  ] as const
  await makers.family({ children })
  for (const personId of children) {
    await makers.allocation({ personId, teamId, workerId: worker.id })
    await as(manager, work => addReferral(work, personId, given.referredOn ?? '2026-01-02'))
  }
  return { manager, worker, teamId, children: [children[0], children[1]] }
}

export async function addReferral(work: Work, personId: Uuid, on: string): Promise<void> {
  await work
    .db<{ referral: Partial<ReferralRow> & { id: Uuid } }>()
    .insertInto('referral')
    .values({
      id: makeUuid(),
      person_id: personId,
      received_on: Temporal.PlainDate.from(on),
      closed_on: null,
    })
    .execute()
}

/** An enquiry that a quorate discussion decided on just now. */
export const decidedNow = (
  personIds: readonly Uuid[],
  leadWorkerId: Uuid,
  more: Partial<EnquiryWanted> = {},
): EnquiryWanted => {
  const heldAt = Temporal.Now.instant().subtract({ minutes: 5 })
  return {
    personIds,
    beganAt: heldAt,
    discussion: {
      heldAt,
      tookPart: ['social_care', 'police', 'health'],
      quorumException: null,
      decided: 'A joint enquiry',
    },
    action: null,
    isJointWithPolice: true,
    leadWorkerId,
    seeChildBy: null,
    lines: [],
    ...more,
  }
}
