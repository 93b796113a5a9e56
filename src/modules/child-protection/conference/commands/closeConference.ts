import { addOutcomes, type PlanKey, readEpisodes, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import {
  closeMeeting,
  inviteesOf,
  type Meeting,
  type MeetingVersion,
  meetingOf,
} from '../../meeting/index.ts'
import { changeCategory, holdPlan, tell } from '../../plan/commands/changePlan.ts'
import { type ProtectionPlanRow, protectionPlansOf } from '../../plan/queries/readPlan.ts'
import { protectionFactsOf } from '../../queries/protectionFactsOf.ts'
import type { ChildProtectionTables } from '../../tables.ts'
import { agenciesNeeded, type ConferenceLine, linesOf } from '../queries/conferenceOf.ts'
import {
  type ChildDecided,
  conferenceQuorum,
  decisionsOf,
  isConference,
  keepsPlan,
  lackingOf,
} from '../rules/conference.ts'
import { writePapers } from './writePapers.ts'

export type ConferenceClosing = MeetingVersion & {
  readonly children: readonly ChildDecided[]
  readonly quorumException: string | null
}

export type ClosedConference =
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly because: 'quorum' | 'undecided' }
  | { readonly outcome: 'refused'; readonly because: 'has_plan' | 'no_plan_runs'; readonly personId: Uuid }

/**
 * Closes a conference: a decision on each child, and what follows from it (the conference on record, the plan that starts, goes on or
 * ends, its review, what was built of it, the papers to send), with every clock, in one transaction.
 */
export async function closeConference(work: Work, closing: ConferenceClosing): Promise<ClosedConference> {
  const meeting = await meetingOf(work, closing.meetingId)
  if (meeting === null || !isConference(meeting)) return { outcome: 'stale' }
  const plans = await runningOf(work, meeting.personIds)
  const refused = refusal(meeting, closing, plans)
  if (refused !== null) return refused
  const quorum = conferenceQuorum(await inviteesOf(work, meeting.id), await agenciesNeeded(work))
  const closed = await closeMeeting(work, {
    meetingId: meeting.id,
    version: closing.version,
    decisions: closing.children,
    absent: lackingOf(quorum),
    quorumException: closing.quorumException,
  })
  if (closed.outcome !== 'closed') return closed
  const lines = await linesOf(work, meeting.id)
  for (const decided of closing.children)
    await follow(work, { meeting, decided, plan: plans.get(decided.personId), lines })
  await writePapers(work, meeting, closing.children, lines)
  await syncClocks(work, meeting.personIds)
  return { outcome: 'closed' }
}

type Running = ReadonlyMap<Uuid, ProtectionPlanRow>

async function runningOf(work: Work, personIds: readonly Uuid[]): Promise<Running> {
  const plans = (await protectionPlansOf(work, personIds)).filter(({ endedOn }) => endedOn === null)
  for (const { id } of plans) await holdPlan(work, id)
  return new Map(plans.map(plan => [plan.personId, plan]))
}

function refusal(
  meeting: Meeting & { readonly kind: Parameters<typeof decisionsOf>[0] },
  { children }: ConferenceClosing,
  plans: Running,
): Extract<ClosedConference, { readonly outcome: 'refused' }> | null {
  const decided = new Map(children.map(one => [one.personId, one]))
  for (const personId of meeting.personIds) {
    const one = decided.get(personId)
    if (one === undefined || !decisionsOf(meeting.kind).includes(one.decision))
      return { outcome: 'refused', because: 'undecided' }
    if (keepsPlan(one.decision) && (one.category === null || one.thresholdReason === null))
      return { outcome: 'refused', because: 'undecided' }
    if (meeting.kind === 'review' && !plans.has(personId))
      return { outcome: 'refused', because: 'no_plan_runs', personId }
    if (one.decision === 'plan' && plans.has(personId))
      return { outcome: 'refused', because: 'has_plan', personId }
  }
  return null
}

type Following = {
  readonly meeting: Meeting
  readonly decided: ChildDecided
  readonly plan: ProtectionPlanRow | undefined
  readonly lines: readonly ConferenceLine[]
}

/** The day on which a conference was held: that on which it was opened. */
const heldOn = (work: Work, { startedAt }: Meeting): Temporal.PlainDate => londonDate(startedAt ?? work.now)

async function follow(work: Work, following: Following): Promise<void> {
  const { meeting, decided, plan } = following
  await keepConference(work, meeting, decided)
  if (decided.decision === 'plan') return await startPlan(work, following)
  if (plan === undefined) return
  await keepReview(work, meeting, decided, plan)
  if (decided.decision === 'plan_ends') return await endByReview(work, meeting, plan)
  if (decided.category !== null && decided.category !== plan.latestCategory)
    await changeCategory(work, plan, {
      version: plan.version,
      category: decided.category,
      on: heldOn(work, meeting),
      reasons: decided.thresholdReason ?? decided.reasons,
      meetingId: meeting.id,
    })
  await build(work, plan, following)
}

/** The conference of one child, of the enquiry that called it and of the referral that is open. */
async function keepConference(
  work: Work,
  meeting: Meeting,
  { personId, decision }: ChildDecided,
): Promise<void> {
  const { enquiries, conferences } = await protectionFactsOf(work, [personId])
  const conferred = new Set(conferences.map(({ enquiryId }) => enquiryId))
  const called = enquiries.filter(one => one.stoppedOn === null && !conferred.has(one.id)).at(-1)
  await work
    .db<ChildProtectionTables>()
    .insertInto('conference')
    .values({
      id: makeUuid(),
      person_id: personId,
      referral_id: await openReferral(work, personId),
      s47_enquiry_id:
        meeting.kind === 'review' || meeting.kind === 'transfer_in' ? null : (called?.id ?? null),
      kind: meeting.kind as 'initial', // one of the four kinds of conference: closeConference closes no other
      held_on: heldOn(work, meeting),
      decision,
      meeting_id: meeting.id,
    })
    .execute()
}

const openReferral = async (work: Work, personId: Uuid): Promise<Uuid | null> =>
  (await readEpisodes(work, [personId])).find(({ closedOn }) => closedOn === null)?.id ?? null

async function startPlan(work: Work, following: Following): Promise<void> {
  const { meeting, decided } = following
  const { personId } = decided
  const elsewhere = await toldElsewhere(work, personId)
  const here = (await protectionPlansOf(work, [personId])).length
  const id = makeUuid()
  const category = decided.category ?? ''
  const started_on = heldOn(work, meeting)
  const db = work.db<ChildProtectionTables>()
  await db
    .insertInto('cp_plan')
    .values({
      id,
      person_id: personId,
      referral_id: await openReferral(work, personId),
      started_on,
      initial_category: category,
      latest_category: category,
      previous_plans: here + (elsewhere?.count ?? 0),
      previous_elsewhere: elsewhere?.count ?? null,
      previous_told_by: elsewhere?.by ?? null,
      meeting_id: meeting.id,
    })
    .execute()
  await db
    .insertInto('cp_category')
    .values({
      id: makeUuid(),
      person_id: personId,
      cp_plan_id: id,
      category,
      since_on: started_on,
      meeting_id: meeting.id,
      decided_by: work.actor.id,
      reasons: decided.thresholdReason ?? decided.reasons,
    })
    .execute()
  await build(work, { kind: 'protection_plan', id, personId }, following)
  await tell(work, 'plan.started', { planId: id, personId, meetingId: meeting.id })
}

/** Plans that the authority from which a child moved here told of, the one that ran there with them. */
async function toldElsewhere(
  work: Work,
  personId: Uuid,
): Promise<{ readonly count: number; readonly by: string } | null> {
  const row = await work
    .db<ChildProtectionTables>()
    .selectFrom('transfer_in')
    .select(['their_plans', 'from_authority'])
    .where('person_id', '=', personId)
    .where('accepted_on', 'is not', null)
    .orderBy('accepted_on', 'desc')
    .executeTakeFirst()
  return row?.their_plans ? { count: row.their_plans, by: row.from_authority } : null
}

async function keepReview(
  work: Work,
  meeting: Meeting,
  { decision }: ChildDecided,
  plan: PlanKey,
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('cp_review')
    .values({
      id: makeUuid(),
      person_id: plan.personId,
      cp_plan_id: plan.id,
      held_on: heldOn(work, meeting),
      decision: decision === 'plan_ends' ? 'plan_ends' : 'plan_continues',
      meeting_id: meeting.id,
    })
    .execute()
}

async function endByReview(work: Work, meeting: Meeting, plan: ProtectionPlanRow): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .updateTable('cp_plan')
    .set({
      ended_on: heldOn(work, meeting),
      end_event: 'review_conference',
      end_meeting_id: meeting.id,
      version: plan.version + 1,
    })
    .where('id', '=', plan.id)
    .execute()
  await tell(work, 'plan.ended', { planId: plan.id, personId: plan.personId, event: 'review_conference' })
}

/** Lines typed in the conference become outcomes and actions: those for every child, and those for this one. */
async function build(work: Work, plan: PlanKey, { lines, decided }: Following): Promise<void> {
  for (const { personId, outcome, baseline, whatWillChange, action } of lines)
    if (personId === null || personId === decided.personId)
      await addOutcomes(work, [plan], {
        outcome,
        baseline,
        whatWillChange,
        needId: null,
        action: action && { what: action.what, owner: action.owner, dueOn: action.dueOn },
      })
}
