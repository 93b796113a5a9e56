import { posts, readSetting, workerNames } from '#modules/agencies'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import type { ChildProtectionTables } from '../tables.ts'

export type DisputeOutcome = 'agreed' | 'agreed_in_part' | 'not_agreed' | 'withdrawn'

export type DisputeStage = {
  readonly id: Uuid
  readonly place: number
  readonly goesTo: Uuid
  readonly goesToName: string | null
  readonly askedAt: Temporal.Instant
  readonly dueOn: Temporal.PlainDate
  readonly answer: string | null
  readonly answeredAt: Temporal.Instant | null
  readonly version: number
}

/** A disagreement with what a conference decided, or of a chair with how a plan is worked. */
export type Dispute = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly meetingId: Uuid | null
  readonly kind: 'decision' | 'chair'
  readonly about: string
  readonly wants: string
  readonly raisedBy: Uuid
  readonly raisedByName: string | null
  readonly raisedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly outcome: DisputeOutcome | null
  readonly outcomeWords: string | null
  readonly version: number
  /** First to last; the last is where it stands. */
  readonly stages: readonly DisputeStage[]
}

/** How many stages there are: the last answer is the last. */
export const STAGES = 3

/** Disagreements about these children that the reader may read, latest first. */
export async function disputesOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Dispute[]> {
  if (personIds.length === 0) return []
  const db = work.db<ChildProtectionTables>()
  const rows = await db
    .selectFrom('cp_dispute')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('raised_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const stages = await db
    .selectFrom('cp_dispute_stage')
    .selectAll()
    .where(
      'dispute_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('place')
    .execute()
  const names = await workerNames(work, [
    ...rows.map(row => row.raised_by),
    ...stages.map(row => row.goes_to),
  ])
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    meetingId: row.meeting_id,
    kind: row.kind,
    about: row.about,
    wants: row.wants,
    raisedBy: row.raised_by,
    raisedByName: names.get(row.raised_by) ?? null,
    raisedAt: row.raised_at,
    settledAt: row.settled_at,
    outcome: row.outcome,
    outcomeWords: row.outcome_words,
    version: row.version,
    stages: stages
      .filter(stage => stage.dispute_id === row.id)
      .map(stage => ({
        id: stage.id,
        place: stage.place,
        goesTo: stage.goes_to,
        goesToName: names.get(stage.goes_to) ?? null,
        askedAt: stage.asked_at,
        dueOn: stage.due_on,
        answer: stage.answer,
        answeredAt: stage.answered_at,
        version: stage.version,
      })),
  }))
}

/** Who may be asked at a stage: managers and leaders in post, but the one who asks. */
export async function askable(work: Work): Promise<Readonly<Record<string, string>>> {
  const all = (await posts(work)).filter(({ role }) => role === 'team_manager' || role === 'service_leader')
  const named = all.flatMap(({ workerId, workerName }) =>
    workerId !== work.actor.id && workerName ? [[workerId, workerName] as const] : [],
  )
  return Object.fromEntries(named.toSorted(([, one], [, other]) => one.localeCompare(other)))
}

/** Raises a disagreement and puts it to the first stage. */
export async function raiseDispute(
  work: Work,
  wanted: Pick<Dispute, 'personId' | 'meetingId' | 'kind' | 'about' | 'wants'> & {
    readonly goesTo: Uuid
    /** Of the form: sent twice, raised once. */
    readonly submission: Uuid | null
  },
): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('cp_dispute')
    .values({
      id,
      person_id: wanted.personId,
      meeting_id: wanted.meetingId,
      kind: wanted.kind,
      about: wanted.about,
      wants: wanted.wants,
      raised_by: work.actor.id,
      party_ids: [work.actor.id, wanted.goesTo],
      submission: wanted.submission,
    })
    .execute()
  await putTo(work, { id, personId: wanted.personId }, 1, wanted.goesTo)
  return id
}

/** The one to whom a stage was put answers it; the one who raised it is told. */
export async function answerStage(
  work: Work,
  dispute: Dispute,
  stage: Pick<DisputeStage, 'id'>,
  answered: { readonly version: number; readonly answer: string },
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('cp_dispute_stage')
    .set({ answer: answered.answer, answered_at: work.now, version: answered.version + 1 })
    .where('id', '=', stage.id)
    .where('version', '=', answered.version)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await tellOf(work, dispute, dispute.raisedBy, 'dispute_answered')
  return 'changed'
}

/** It climbs: the answer does not do, or none came in time. */
export async function climb(
  work: Work,
  dispute: Dispute,
  version: number,
  goesTo: Uuid,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('cp_dispute')
    .set({ party_ids: parties(dispute, goesTo), version: version + 1 })
    .where('id', '=', dispute.id)
    .where('version', '=', version)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await putTo(work, dispute, dispute.stages.length + 1, goesTo)
  return 'changed'
}

const parties = (dispute: Dispute, goesTo: Uuid): Uuid[] => [
  ...new Set([dispute.raisedBy, ...dispute.stages.map(stage => stage.goesTo), goesTo]),
]

/** Whoever raised it says how it ended. */
export async function settleDispute(
  work: Work,
  dispute: Dispute,
  settled: { readonly version: number; readonly outcome: DisputeOutcome; readonly words: string },
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('cp_dispute')
    .set({
      settled_at: work.now,
      outcome: settled.outcome,
      outcome_words: settled.words,
      version: settled.version + 1,
    })
    .where('id', '=', dispute.id)
    .where('version', '=', settled.version)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  for (const { goesTo } of dispute.stages) await tellOf(work, dispute, goesTo, 'dispute_settled')
  return 'changed'
}

async function putTo(
  work: Work,
  dispute: Pick<Dispute, 'id' | 'personId'>,
  place: number,
  goesTo: Uuid,
): Promise<void> {
  const days = await readSetting(work, 'dispute.days')
  await work
    .db<ChildProtectionTables>()
    .insertInto('cp_dispute_stage')
    .values({
      id: makeUuid(),
      dispute_id: dispute.id,
      place,
      goes_to: goesTo,
      due_on: addWorkingDays(work.today, days),
    })
    .execute()
  await tellOf(work, dispute, goesTo, 'dispute_put')
}

async function tellOf(
  work: Work,
  { personId, id }: Pick<Dispute, 'id' | 'personId'>,
  workerId: Uuid,
  kind: string,
): Promise<void> {
  if (workerId === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      id: makeUuid(),
      worker_id: workerId,
      kind,
      path: `/people/${personId}/disagreements/${id}`,
      subject_id: personId,
      made_by: work.actor.id,
    })
    .execute()
}
