import { sql } from 'kysely'
import { syncClocks, writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ChildProtectionTables } from '../../tables.ts'
import { openEnquiries, openEpisodes } from '../queries/enquirable.ts'
import {
  type ActionWanted,
  actionRow,
  type DiscussionWanted,
  discussionRow,
  type LineWanted,
  lineRow,
} from './enquiryRows.ts'
import { keepTargets } from './keepTargets.ts'

/** An enquiry to begin, for one child or for several at once. */
export type EnquiryWanted = {
  readonly personIds: readonly Uuid[]
  /** The decision itself: of the discussion, or of whoever acted at once. Hours count from it. */
  readonly beganAt: Temporal.Instant
  /** Null only where somebody acted first. */
  readonly discussion: DiscussionWanted | null
  readonly action: ActionWanted | null
  readonly isJointWithPolice: boolean
  readonly leadWorkerId: Uuid
  /** When the children are to be seen, where the discussion set a time. */
  readonly seeChildBy: Temporal.Instant | null
  readonly lines: readonly LineWanted[]
}

export type Started =
  | { readonly outcome: 'started'; readonly enquiryIds: readonly Uuid[] }
  | {
      readonly outcome: 'refused'
      readonly personId: Uuid
      readonly because: 'open_enquiry' | 'no_referral' | 'may_not_write'
    }

/**
 * Begins an enquiry under section 47 for each of these children, within the open referral of each: all of them or none. Of two
 * who begin one of the same child at once, the second is refused.
 */
export async function startEnquiry(work: Work, wanted: EnquiryWanted): Promise<Started> {
  const personIds = [...new Set(wanted.personIds)]
  if (personIds.length === 0 || (wanted.discussion === null && wanted.action === null))
    throw new Error('An enquiry begins for somebody, by a discussion or by an act')
  await lockChildren(work, personIds)
  const writable = await writableSubjects(work, personIds)
  const open = new Set((await openEnquiries(work, personIds)).map(({ personId }) => personId))
  const episodes = await openEpisodes(work, personIds)
  const referrals = new Map(episodes.map(({ id, personId }) => [personId, id]))
  for (const personId of personIds) {
    const refused = (because: 'open_enquiry' | 'no_referral' | 'may_not_write') =>
      ({ outcome: 'refused', personId, because }) as const
    if (!writable.has(personId)) return refused('may_not_write')
    if (open.has(personId)) return refused('open_enquiry')
    if (!referrals.has(personId)) return refused('no_referral')
  }
  const enquiryIds = await write(work, personIds, referrals, wanted)
  await syncClocks(work, personIds)
  await keepTargets(work, enquiryIds)
  return { outcome: 'started', enquiryIds }
}

/** Of two who begin an enquiry of one child, the second sees what the first did. */
async function lockChildren(work: Work, personIds: readonly Uuid[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id::text, 7331))
    from (select unnest(${[...personIds]}::uuid[]) as id order by 1) ordered`.execute(work.db())
}

async function write(
  work: Work,
  personIds: readonly Uuid[],
  referrals: ReadonlyMap<Uuid, Uuid>,
  wanted: EnquiryWanted,
): Promise<readonly Uuid[]> {
  const begunTogether = makeUuid()
  const enquiries = personIds.flatMap(personId => {
    const referralId = referrals.get(personId)
    return referralId === undefined ? [] : [{ id: makeUuid(), personId, referralId }]
  })
  const database = work.db<ChildProtectionTables>()
  await database
    .insertInto('s47_enquiry')
    .values(
      enquiries.map(({ id, personId, referralId }) => ({
        id,
        person_id: personId,
        referral_id: referralId,
        started_on: londonDate(wanted.beganAt),
        strategy_discussion_on: wanted.discussion ? londonDate(wanted.discussion.heldAt) : null,
        begun_together: begunTogether,
        is_immediate: wanted.action !== null,
        began_at: wanted.beganAt,
        is_joint_with_police: wanted.isJointWithPolice,
        lead_worker_id: wanted.leadWorkerId,
        see_child_by: wanted.seeChildBy,
      })),
    )
    .execute()
  const { discussion, action } = wanted
  if (discussion)
    await database
      .insertInto('enquiry_discussion')
      .values(enquiries.map(enquiry => discussionRow(enquiry, discussion, true)))
      .execute()
  if (action)
    await database
      .insertInto('immediate_action')
      .values(enquiries.map(enquiry => actionRow(enquiry, action)))
      .execute()
  const lines = wanted.lines.flatMap(line => {
    const sharedId = makeUuid()
    return enquiries.map(enquiry => lineRow(enquiry, line, sharedId))
  })
  if (lines.length > 0) await database.insertInto('enquiry_line').values(lines).execute()
  return enquiries.map(({ id }) => id)
}
