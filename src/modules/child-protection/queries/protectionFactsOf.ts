import type { PeopleTables } from '#modules/people'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../tables.ts'

/** A section 47 enquiry with the conference it led to. */
export type Enquiry = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly strategyDiscussionOn: Temporal.PlainDate | null
  readonly conferenceTargetOn: Temporal.PlainDate | null
  readonly isConferenceNotRequired: boolean | null
  readonly outcome: string | null
  readonly outcomeOn: Temporal.PlainDate | null
  /** Somebody acted first: the strategy discussion follows. */
  readonly isImmediate: boolean
  /** The decision to begin; unknown of an imported one. */
  readonly beganAt: Temporal.Instant | null
  /** When the child is to be seen, where the discussion set a time. */
  readonly seeChildBy: Temporal.Instant | null
  readonly stoppedOn: Temporal.PlainDate | null
  readonly supersededBy: Uuid | null
  /** Children begun with it have the same. */
  readonly begunTogether: Uuid | null
}

/** A strategy discussion held within an enquiry. */
export type Discussion = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly enquiryId: Uuid
  /** Where it was a meeting of the service, which keeps its own record and its clock. */
  readonly meetingId: Uuid | null
  readonly heldAt: Temporal.Instant
  readonly recordSentOn: Temporal.PlainDate | null
}

/** A meeting held: conference, review or core group. */
export type Meeting = { readonly id: Uuid; readonly heldOn: Temporal.PlainDate }

export type Conference = Meeting & {
  readonly personId: Uuid
  readonly kind: 'initial' | 'review' | 'transfer_in' | 'pre_birth'
  readonly enquiryId: Uuid | null
}

export type ProtectionPlan = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly initialCategory: string | null
  readonly latestCategory: string | null
  readonly previousPlans: number | null
  readonly reviews: readonly Meeting[]
  readonly coreGroups: readonly Meeting[]
}

/** Everything child protection holds of these people, oldest first. */
export type ProtectionFacts = {
  readonly enquiries: readonly Enquiry[]
  readonly conferences: readonly Conference[]
  readonly plans: readonly ProtectionPlan[]
  readonly discussions: readonly Discussion[]
  /** Children begun with before they were born, by their id. */
  readonly births: ReadonlyMap<Uuid, Birth>
}

/** When a child is expected, and was born. */
export type Birth = {
  /** Not born when this was asked: nobody can see them. */
  readonly isUnborn: boolean
  readonly expectedOn: Temporal.PlainDate | null
  readonly bornOn: Temporal.PlainDate | null
}

/** Enquiries, conferences and plans of these people with what hangs on each. */
export const protectionFactsOf = readOnce(readProtectionFacts)

async function readProtectionFacts(work: Work, personIds: readonly Uuid[]): Promise<ProtectionFacts> {
  const enquired = await enquiries(work, personIds)
  const enquiredIds = [...new Set(enquired.map(({ personId }) => personId))]
  return {
    enquiries: enquired,
    conferences: await conferences(work, personIds),
    plans: await plans(work, personIds),
    discussions: enquiredIds.length === 0 ? [] : await discussions(work, enquiredIds),
    births: enquiredIds.length === 0 ? new Map() : await births(work, enquiredIds),
  }
}

async function enquiries(work: Work, personIds: readonly Uuid[]): Promise<readonly Enquiry[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('s47_enquiry')
    .select([
      'id',
      'person_id',
      'started_on',
      'strategy_discussion_on',
      'conference_target_on',
      'is_conference_not_required',
      'outcome',
      'outcome_on',
      'is_immediate',
      'began_at',
      'see_child_by',
      'stopped_on',
      'superseded_by',
      'begun_together',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    startedOn: row.started_on,
    strategyDiscussionOn: row.strategy_discussion_on,
    conferenceTargetOn: row.conference_target_on,
    isConferenceNotRequired: row.is_conference_not_required,
    outcome: row.outcome,
    outcomeOn: row.outcome_on,
    isImmediate: row.is_immediate === true,
    beganAt: row.began_at,
    seeChildBy: row.see_child_by,
    stoppedOn: row.stopped_on,
    supersededBy: row.superseded_by,
    begunTogether: row.begun_together,
  }))
}

async function discussions(work: Work, personIds: readonly Uuid[]): Promise<readonly Discussion[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('enquiry_discussion')
    .select(['id', 'person_id', 'enquiry_id', 'meeting_id', 'held_at', 'record_sent_on'])
    .where('person_id', 'in', personIds)
    .orderBy('held_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    enquiryId: row.enquiry_id,
    meetingId: row.meeting_id,
    heldAt: row.held_at,
    recordSentOn: row.record_sent_on,
  }))
}

async function births(work: Work, personIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Birth>> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(['id', 'is_unborn', 'expected_delivery_on', 'date_of_birth'])
    .where('id', 'in', personIds)
    .where(({ or, eb }) => or([eb('is_unborn', '=', true), eb('expected_delivery_on', 'is not', null)]))
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { isUnborn: row.is_unborn, expectedOn: row.expected_delivery_on, bornOn: row.date_of_birth },
    ]),
  )
}

async function conferences(work: Work, personIds: readonly Uuid[]): Promise<readonly Conference[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('conference')
    .select(['id', 'person_id', 'kind', 's47_enquiry_id', 'held_on'])
    .where('person_id', 'in', personIds)
    .orderBy('held_on')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    enquiryId: row.s47_enquiry_id,
    heldOn: row.held_on,
  }))
}

async function plans(work: Work, personIds: readonly Uuid[]): Promise<readonly ProtectionPlan[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('cp_plan')
    .select([
      'id',
      'person_id',
      'started_on',
      'ended_on',
      'initial_category',
      'latest_category',
      'previous_plans',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .execute()
  const reviews = await meetings(work, 'cp_review', personIds)
  const coreGroups = await meetings(work, 'core_group', personIds)
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    initialCategory: row.initial_category,
    latestCategory: row.latest_category,
    previousPlans: row.previous_plans,
    reviews: reviews.get(row.id) ?? [],
    coreGroups: coreGroups.get(row.id) ?? [],
  }))
}

async function meetings(
  work: Work,
  table: 'cp_review' | 'core_group',
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly Meeting[]>> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom(table)
    .select(['id', 'cp_plan_id', 'held_on'])
    .where('person_id', 'in', personIds)
    .orderBy('held_on')
    .execute()
  const held = rows.map(row => ({ planId: row.cp_plan_id, meeting: { id: row.id, heldOn: row.held_on } }))
  return new Map(
    [...Map.groupBy(held, ({ planId }) => planId)].map(([id, group]) => [
      id,
      group.map(({ meeting }) => meeting),
    ]),
  )
}
