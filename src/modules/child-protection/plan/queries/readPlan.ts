import { workerNames } from '#modules/agencies'
import { type CaseworkTables, outcomesOf, type PlanKey, type PlanOutcome } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { LawfulEvent } from '../rules/ending.ts'

/** One child protection plan of one child. */
export type ProtectionPlanRow = PlanKey & {
  readonly kind: 'protection_plan'
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
  readonly endEvent: LawfulEvent | 'review_conference' | null
  readonly endEvidence: string | null
  readonly initialCategory: string | null
  readonly latestCategory: string | null
  /** Before this one: as a return told, or those of this record with those that another authority told of. */
  readonly previousPlans: number | null
  readonly previousElsewhere: number | null
  readonly previousToldBy: string | null
  readonly aim: string | null
  readonly meetingId: Uuid | null
  readonly version: number
}

/** Every plan of these children, oldest first. */
export async function protectionPlansOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly ProtectionPlanRow[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('cp_plan')
    .select([
      'id',
      'person_id as personId',
      'started_on as startedOn',
      'ended_on as endedOn',
      'end_event as endEvent',
      'end_evidence as endEvidence',
      'initial_category as initialCategory',
      'latest_category as latestCategory',
      'previous_plans as previousPlans',
      'previous_elsewhere as previousElsewhere',
      'previous_told_by as previousToldBy',
      'aim',
      'meeting_id as meetingId',
      'version',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, kind: 'protection_plan' as const }))
}

/** The running plan of a child, or null. */
export const runningPlan = async (work: Work, personId: Uuid): Promise<ProtectionPlanRow | null> =>
  (await protectionPlansOf(work, [personId])).findLast(({ endedOn }) => endedOn === null) ?? null

export type Category = {
  readonly category: string
  readonly sinceOn: Temporal.PlainDate
  readonly decidedBy: string | null
  readonly atConference: boolean
  readonly reasons: string
}

/** Categories under which a plan has stood, first to last; only for whoever has the record. */
export async function categoriesOf(work: Work, plan: PlanKey): Promise<readonly Category[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('cp_category')
    .select(['category', 'since_on', 'decided_by', 'meeting_id', 'reasons'])
    .where('cp_plan_id', '=', plan.id)
    .where('person_id', '=', plan.personId)
    .orderBy('since_on')
    .orderBy('id')
    .execute()
  const names = await workerNames(
    work,
    rows.map(row => row.decided_by),
  )
  return rows.map(row => ({
    category: row.category,
    sinceOn: row.since_on,
    decidedBy: names.get(row.decided_by) ?? null,
    atConference: row.meeting_id !== null,
    reasons: row.reasons,
  }))
}

export type Member = {
  readonly id: Uuid
  readonly name: string
  readonly part: string | null
  /** As a form's choice has it. */
  readonly key: string
  readonly sinceOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate | null
  readonly version: number
}

/** Who is or was in the core group, those who are first. */
export async function membersOf(work: Work, plan: PlanKey): Promise<readonly Member[]> {
  const rows = await work
    .db<ChildProtectionTables & CaseworkTables>()
    .selectFrom('core_group_member as one')
    .leftJoin('involvement', 'involvement.id', 'one.involvement_id')
    .select([
      'one.id',
      'one.worker_id',
      'one.involvement_id',
      'one.member_id',
      'one.part',
      'one.since_on',
      'one.until_on',
      'one.version',
      'involvement.professional_name',
    ])
    .where('one.cp_plan_id', '=', plan.id)
    .where('one.person_id', '=', plan.personId)
    .orderBy('one.since_on')
    .orderBy('one.id')
    .execute()
  const workers = await workerNames(
    work,
    rows.flatMap(row => row.worker_id ?? []),
  )
  const people = await personSummaries(
    work,
    rows.flatMap(row => row.member_id ?? []),
  )
  const names = new Map([...workers, ...people.map(one => [one.id, one.displayName] as const)])
  return rows
    .map(row => ({
      id: row.id,
      name:
        names.get(row.worker_id ?? row.member_id ?? row.id) ??
        row.professional_name ??
        'Somebody you may not see',
      part: row.part,
      key: row.worker_id
        ? `worker:${row.worker_id}`
        : row.member_id
          ? `person:${row.member_id}`
          : `involvement:${row.involvement_id}`,
      sinceOn: row.since_on,
      untilOn: row.until_on,
      version: row.version,
    }))
    .toSorted((one, other) => Number(one.untilOn !== null) - Number(other.untilOn !== null))
}

export type CoreGroup = {
  readonly id: Uuid
  readonly heldOn: Temporal.PlainDate
  /** Null for whoever has only the summary, and of one that a return told. */
  readonly record: {
    readonly came: readonly Uuid[]
    readonly whatChanged: string
    readonly planChanged: boolean
    readonly childWords: string | null
    readonly noChildWordsBecause: string | null
    readonly nextOn: Temporal.PlainDate | null
  } | null
}

/** The core groups of a plan, latest first. */
export async function coreGroupsOf(work: Work, plan: PlanKey): Promise<readonly CoreGroup[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('core_group')
    .leftJoin('core_group_record as record', join =>
      join
        .onRef('record.core_group_id', '=', 'core_group.id')
        .onRef('record.person_id', '=', 'core_group.person_id'),
    )
    .select([
      'core_group.id',
      'core_group.held_on',
      'record.came',
      'record.what_changed',
      'record.plan_changed',
      'record.child_words',
      'record.no_child_words_because',
      'record.next_on',
    ])
    .where('core_group.cp_plan_id', '=', plan.id)
    .where('core_group.person_id', '=', plan.personId)
    .orderBy('core_group.held_on', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    heldOn: row.held_on,
    record:
      row.what_changed === null
        ? null
        : {
            came: row.came ?? [],
            whatChanged: row.what_changed,
            planChanged: row.plan_changed === true,
            childWords: row.child_words,
            noChildWordsBecause: row.no_child_words_because,
            nextOn: row.next_on,
          },
  }))
}

/** What should change, and who does what by when. */
export const planOutcomes = (work: Work, plan: PlanKey): Promise<readonly PlanOutcome[]> =>
  outcomesOf(work, [plan.id])
