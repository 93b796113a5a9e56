import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { Asked, County, Gate, Told, Whose } from './shapes.ts'
import type { Staff, StaffName } from './staff.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** The assessment of each, handed in. @returns the ids of the approvals */
export async function tellApprovals(
  record: TestRecord,
  { teams, workers }: Staff,
  people: County['people'],
): Promise<Readonly<Record<Whose, Uuid>>> {
  const told: [string, Uuid][] = []
  for (const [whose, one] of Object.entries(people))
    told.push([
      whose,
      await tell(record, 'approval', {
        kind: 'assessment',
        subject_id: one.rowIds['assessment'],
        person_ids: peopleOf(one, people),
        team_id: teams.north,
        submitted_by: workers.holder,
      }),
    ])
  return Object.fromEntries(told) as Record<Whose, Uuid> // the same keys
}

/** A transfer of each that was asked for and taken back: it gives nobody any access. @returns the ids */
export async function tellTransfers(
  record: TestRecord,
  { teams, workers }: Staff,
  people: County['people'],
): Promise<Readonly<Record<Whose, Uuid>>> {
  const told: [string, Uuid][] = []
  for (const [whose, { personId }] of Object.entries(people))
    told.push([
      whose,
      await tell(record, 'transfer', {
        person_id: personId,
        moves_id: makeUuid(),
        from_team_id: teams.north,
        to_team_id: teams.south,
        moves_on: '2026-02-02',
        handover: 'Mind the dog',
        requested_by: workers.manager,
        outcome: 'withdrawn',
        reason: 'They stay',
        decided_by: workers.manager,
        decided_at: Temporal.Now.instant().toString(),
      }),
    ])
  return Object.fromEntries(told) as Record<Whose, Uuid> // the same keys
}

/** Who has the record reads it, and managers of the team that was asked. */
export const transferOf: Gate = ({ personId }, { staff }) => [
  { table: 'transfer', personIds: [personId], teamId: staff.teams.south },
]

export const transferPath = (one: Told, rest = ''): string =>
  `/transfers/${one.rowIds['transfer'] ?? nobody}${rest}`

/** The approval of `own` is about the sibling too, that of `besideSealed` about the sealed child. */
function peopleOf({ personId }: Told, people: County['people']): readonly Uuid[] {
  const also = { [people.own.personId]: people.sibling, [people.besideSealed.personId]: people.sealed }
  const beside = also[personId]
  return [personId, ...(beside ? [beside.personId] : [])]
}

/** Who reviews the opening of each: managers of the case and the leader of its area, its list, or a manager on duty. */
const reviewers = {
  own: ['manager', 'leader'],
  sealed: ['named'],
  other: ['dutyManager'], // no manager is in the team that holds them
} as const satisfies Readonly<Record<string, readonly StaffName[]>>
type Reviewed = keyof typeof reviewers

/** Openings that ended days ago and wait for their review: they give nobody any access. */
export async function tellOpenings(
  { makers }: TestRecord,
  { workers }: Staff,
  people: Readonly<Record<Reviewed, Told>>,
): Promise<County['openings']> {
  const before = Temporal.Now.instant().subtract({ hours: 24 * 5 })
  const told: [Reviewed, Uuid][] = []
  for (const whose of Object.keys(reviewers) as Reviewed[]) {
    const kind = whose === 'sealed' ? 'reference' : 'break_glass'
    const subjectId = people[whose].personId
    const id = await makers.opening({ actorId: workers.queueWorker, subjectId, kind })
    await makers.openedAt(id, before)
    told.push([whose, id])
  }
  return Object.fromEntries(told) as County['openings'] // each of them
}

export const approvalOf: Gate = (one, { people }) => [{ table: 'approval', personIds: peopleOf(one, people) }]

export const approvalPath = (one: Told): string => `/approvals/${one.rowIds['approval'] ?? nobody}`

/** The page of each opening, for those who review it and nobody else. */
export const openingReads = ({ openings }: County): readonly Asked[] => [
  ...(Object.keys(reviewers) as Reviewed[]).map(whose => ({
    url: `/openings/${openings[whose]}`,
    whose,
    twin: `/openings/${nobody}`,
    onlyFor: reviewers[whose],
    isCertain: true,
  })),
  { url: '/openings/not-an-id', whose: 'nobody' },
]
