import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { makeClock } from '../../src/modules/casework/queries/testing/makeClock.ts'
import { tell } from '../routes/tell.ts'

/** A team whose records break every rule of data quality at least once. */
export type FaultyTeam = {
  readonly worker: Actor
  readonly manager: Actor
  readonly officer: Actor
  readonly stranger: Actor
  readonly teamId: Uuid
  readonly runId: Uuid
}

const today = Temporal.Now.plainDateISO('Europe/London')
const ago = (days: number): string => today.subtract({ days }).toString()
const momentAgo = (days: number): string =>
  Temporal.Now.instant()
    .subtract({ hours: 24 * days })
    .toString()

/** Clocks that a form satisfies, and one that none does. */
export const clocksTold = [
  'CP_VISIT',
  'CIN_VISIT',
  'CIN_PLAN',
  'CIN_REVIEW',
  'ASSESS_45',
  'ASSESS_CHECKPOINT',
  'ASSESS_CHILD_SEEN',
  'S47_CHILD_SEEN',
  'REF_DECISION',
  'REF_FEEDBACK',
  'CORE_GROUP',
] as const

type Child = { readonly personId: Uuid; readonly referralId: Uuid }

/** Tells such a team, its worker and its manager. */
export async function faultyTeam(record: TestRecord): Promise<FaultyTeam> {
  const { makers } = record
  const teamId = await makers.team({ kind: 'front_door' })
  const [worker, manager, stranger] = [await makers.worker(), await makers.worker(), await makers.worker()]
  const officer = await makers.worker({ class: 'data_quality' })
  await makers.post({ workerId: worker.id, teamId })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const child = async (given: object = {}): Promise<Child> => {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: ago(300) })
    const referralId = await tell(record, 'referral', {
      person_id: personId,
      received_on: ago(250),
      source: '6',
      primary_need: 'N1',
      is_no_further_action: false,
      decided_on: ago(249),
      ...given,
    })
    return { personId, referralId }
  }
  const runId = await tellImports(record, await bareChild(record, { teamId, worker }))
  await tellPlans(record, child)
  await tellAssessments(record, child, { teamId, worker })
  await tellAbsences(record, child)
  await tellDrift(record, child)
  await tellPreProceedings(record, child)
  await tellTeamWork(record, child, { manager, stranger })
  await tellLooks(record, (await child()).personId, worker)
  await tell(record, 'contact', {
    reference: makeUuid().slice(0, 8),
    team_id: teamId,
    channel: 'telephone',
    received_at: momentAgo(10),
    worries: 'Invented worries',
    created_by: manager.id,
  })
  return { worker, manager, officer, stranger, teamId, runId }
}

type Team = { readonly teamId: Uuid; readonly worker: Actor }
type MakeChild = (given?: object) => Promise<Child>

/** A child of whom nothing is known, with a referral of which nothing is known. */
async function bareChild(record: TestRecord, { teamId, worker }: Team): Promise<Uuid> {
  const personId = await tell(record, 'person', { created_by: null })
  await tell(record, 'person_name', { person_id: personId, given: 'Sparrow', family: 'Inventley' })
  await record.makers.allocation({ personId, teamId, workerId: worker.id, startedOn: ago(300) })
  await tell(record, 'referral', { person_id: personId, received_on: ago(250) })
  return personId
}

async function tellImports(record: TestRecord, personId: Uuid): Promise<Uuid> {
  const runId = await tell(record, 'import_run', { kind: 'cin_census', file_sha256: 'none' })
  const said = { import_run_id: runId, person_id: personId, line: 1, raw: 'X', problem: 'It is no code' }
  const kinds = ['refused', 'doubted', 'contradicted', 'information']
  const elements = [
    'Ethnicity',
    'CINdetails[1]/PrimaryNeedCode',
    'CINdetails[1]/Section47[1]/S47ActualStartDate',
    'UPN',
  ]
  for (const [place, severity] of kinds.entries())
    await tell(record, 'import_finding', { ...said, severity, element: elements[place], rule: '4220' })
  return runId
}

/** Plans without an outcome or a review, and with an action past its day at two of them; and every clock, overdue and late. */
async function tellPlans(record: TestRecord, child: MakeChild): Promise<void> {
  const empty = await child()
  const plan = { started_on: ago(200) }
  const emptyId = await tell(record, 'cin_plan', {
    ...plan,
    person_id: empty.personId,
    referral_id: empty.referralId,
  })
  for (const definitionId of clocksTold) {
    const triggerId = definitionId.startsWith('REF_') ? empty.referralId : emptyId
    const clock = { personId: empty.personId, definitionId, triggerId }
    await makeClock(record, { ...clock, dueOn: today.subtract({ days: 9 }) })
  }
  const dueOn = today.subtract({ days: 90 })
  await makeClock(record, {
    personId: empty.personId,
    dueOn,
    outcome: 'late',
    satisfiedOn: dueOn.add({ days: 3 }),
  })
  const { personId, referralId } = await child()
  const planId = await tell(record, 'cin_plan', { ...plan, person_id: personId, referral_id: referralId })
  const of = { person_id: personId, plan_kind: 'cin_plan', plan_id: planId }
  const outcomeId = await tell(record, 'plan_outcome', { ...of, outcome: 'Sleeps well' })
  await tell(record, 'plan_action', {
    person_id: personId,
    outcome_id: outcomeId,
    what: 'Find a bed',
    owner_name: 'Aunt Jo',
    due_on: ago(120),
  })
  for (const held of [ago(100), ago(30)])
    await tell(record, 'plan_review', {
      ...of,
      held_on: held,
      progress: 'Slow',
      child_view: 'I share',
      parent_view: 'Soon',
      decision: 'continue',
    })
}

/** One long under way, one handed in and forgotten, one authorised with nothing in it. */
async function tellAssessments(
  record: TestRecord,
  child: MakeChild,
  { teamId, worker }: Team,
): Promise<void> {
  const told = async (status: string, given: object) => {
    const { personId, referralId } = await child()
    const jointId = await tell(record, 'joint_assessment', { person_ids: [personId], status })
    await tell(record, 'assessment', {
      person_id: personId,
      referral_id: referralId,
      joint_id: jointId,
      started_on: ago(60),
      ...given,
    })
    return { personId, jointId }
  }
  await told('open', {})
  await told('authorised', { authorised_on: ago(30), outcome: 'child_in_need' })
  const { personId, jointId } = await told('submitted', {})
  await tell(record, 'approval', {
    kind: 'assessment',
    subject_id: jointId,
    person_ids: [personId],
    team_id: teamId,
    submitted_by: worker.id,
    submitted_at: momentAgo(20),
  })
}

/** A plan of two years that nothing has changed, and one whose action was late at a review. */
async function tellDrift(record: TestRecord, child: MakeChild): Promise<void> {
  const plan = async (days: number, reviews: readonly number[]) => {
    const { personId, referralId } = await child()
    const of = { person_id: personId }
    const cp_plan_id = await tell(record, 'cp_plan', {
      ...of,
      referral_id: referralId,
      started_on: ago(days),
      initial_category: 'NEG',
      latest_category: 'NEG',
      previous_plans: 0,
    })
    for (const before of reviews)
      await tell(record, 'cp_review', {
        ...of,
        cp_plan_id,
        held_on: ago(before),
        decision: 'plan_continues',
      })
    return { of, planId: cp_plan_id }
  }
  await plan(700, [400, 200])
  const { of, planId } = await plan(240, [100])
  const outcome = { plan_kind: 'protection_plan', plan_id: planId, outcome: 'School every day' }
  const outcome_id = await tell(record, 'plan_outcome', { ...of, ...outcome })
  const action = { outcome_id, what: 'Ring the school', owner_name: 'Aunt', due_on: ago(130) }
  await tell(record, 'plan_action', { ...of, ...action })
}

/** Dates in no order, and a letter, an offer and a first meeting of which the rest is not said: as a census may bring them. */
async function tellPreProceedings(record: TestRecord, child: MakeChild): Promise<void> {
  const told = async (given: object) =>
    tell(record, 'pre_proceedings', { person_id: (await child()).personId, started_on: ago(100), ...given })
  await told({ letter_sent_on: ago(110), initial_meeting_on: ago(80) })
  await told({
    meeting_offered: true,
    step_decision_on: ago(50),
    court_application_on: ago(60),
    letter_on_initial_care_plan_on: ago(70),
  })
  await told({ step_decision_on: ago(105) })
}

/** Absences without an offer, without an answer and before birth; a concern never assessed, and a risk to be looked at again. */
async function tellAbsences(record: TestRecord, child: MakeChild): Promise<void> {
  const { personId } = await child()
  const of = { person_id: personId }
  const absence = {
    ...of,
    kind: 'missing',
    reported_by: 'Aunt',
    left_from: 'home',
    last_seen: 'At home',
    risk: 'low',
  }
  const told = (startedAt: string, foundAt: string) =>
    tell(record, 'missing_episode', {
      ...absence,
      started_at: startedAt,
      reported_at: startedAt,
      police_not_told_reason: 'Back at once',
      risk_reasons: 'None',
      found_at: foundAt,
      found_where: 'Home',
      found_how: 'came_back',
      returned_to: 'home',
    })
  await told(momentAgo(20), momentAgo(19))
  await told('2001-01-01T10:00Z', '2001-01-01T12:00Z')
  const asked = await told(momentAgo(10), momentAgo(9))
  const interviewId = await tell(record, 'return_interview', {
    ...of,
    offered_at: momentAgo(8),
    offered_by: 'Youth service',
    is_independent: true,
  })
  await tell(record, 'return_interview_episode', { ...of, interview_id: interviewId, episode_id: asked })
  await tell(record, 'harm_concern', {
    ...of,
    kind: 'criminal',
    noted_on: ago(60),
    source: 'police',
    words: 'Invented',
  })
  const other = {
    person_id: (await child()).personId,
    assessed_on: ago(90),
    kinds: ['online'],
    indicators: [],
  }
  await tell(record, 'harm_assessment', {
    ...other,
    level: 'moderate',
    reasons: 'Invented',
    next_review_on: ago(30),
  })
}

/** A manager looked at the case, long ago. */
async function tellLooks(record: TestRecord, personId: Uuid, { id }: Actor): Promise<void> {
  const note = { kind: 'oversight', happened_at: momentAgo(200) }
  const noteId = await tell(record, 'note', {
    ...note,
    author_id: id,
    body: 'Invented',
    person_ids: [personId],
  })
  await tell(record, 'note_person', { ...note, note_id: noteId, person_id: personId, outcome: 'held' })
}

/** A family's workbook: a need that nobody answers, one with somebody who has gone, one with the team before, one of an adult who has left. */
async function tellTeamWork(
  record: TestRecord,
  child: MakeChild,
  { manager, stranger }: { readonly manager: Actor; readonly stranger: Actor },
): Promise<void> {
  const { makers } = record
  const [teamId, before] = [
    await makers.team({ kind: 'family_safeguarding' }),
    await makers.team({ kind: 'family_safeguarding' }),
  ]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const { personId } = await child()
  const { familyId, adults } = await makers.family({ children: [personId], adults: 1 })
  const [mother] = adults
  const father = await makers.person()
  await makers.member({ familyId, personId: father, role: 'adult', startedOn: ago(90), endedOn: ago(5) })
  const workbookId = await tell(record, 'workbook', {
    family_id: familyId,
    team_id: teamId,
    opened_on: ago(80),
  })
  const strand = (given: object) =>
    tell(record, 'strand', {
      workbook_id: workbookId,
      family_id: familyId,
      team_id: teamId,
      person_id: mother,
      need_noted_on: ago(70),
      offered_on: ago(60),
      ...given,
    })
  await strand({ need_kind: 'domestic_abuse', discipline: 'domestic_abuse' })
  const with_ = { worker_id: stranger.id }
  await strand({ need_kind: 'mental_health', discipline: 'mental_health', ...with_ })
  await strand({
    need_kind: 'substance_misuse',
    discipline: 'substance_misuse',
    team_id: before,
    ...with_,
  })
  await strand({ need_kind: 'mental_health', discipline: 'mental_health', person_id: father, ...with_ })
}
