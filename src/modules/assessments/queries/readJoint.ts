import { sql } from 'kysely'
import { writableSubjects } from '#modules/casework'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type FindingText, findingTexts, type JointText, jointTexts } from '../rules/assessmentParts.ts'
import type { AssessmentsTables } from '../tables.ts'

/** What is written of one child of a joint assessment. */
export type JointChild = {
  readonly assessmentId: Uuid
  readonly personId: Uuid
  readonly person: PersonSummary
  readonly referralId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly authorisedOn: Temporal.PlainDate | null
  readonly texts: Readonly<Record<FindingText, string | null>>
  readonly outcome: AssessmentsTables['assessment']['outcome']
  readonly outcomeReason: string | null
  readonly version: number
}

/** An assessment of several children of a family, as its reader may see it: all of it or nothing. */
export type Joint = {
  readonly id: Uuid
  readonly familyId: Uuid | null
  readonly personIds: readonly Uuid[]
  readonly status: 'open' | 'submitted' | 'authorised' | 'abandoned'
  readonly texts: Readonly<Record<JointText, string | null>>
  readonly safetyNow: number | null
  readonly lateReason: string | null
  readonly version: number
  /** The eldest first. */
  readonly children: readonly JointChild[]
  /** Whether the reader may write in the record of each child now. */
  readonly mayWrite: boolean
}

/**
 * @returns null when it is absent, or when the statutory record of any one of its children is not the reader's: answer
 * not_found
 */
export async function readJoint(work: Work, jointId: Uuid): Promise<Joint | null> {
  const row = await work
    .db<AssessmentsTables>()
    .selectFrom('joint_assessment')
    .select([
      ...jointTexts,
      'id',
      'family_id',
      'person_ids',
      'status',
      'safety_now',
      'late_reason',
      'version',
    ])
    .where('id', '=', jointId)
    // In this statement, so that one hidden in part takes no longer to deny than one that is not there.
    .where(
      sql<boolean>`cardinality(person_ids) = (select count(*) from assessment part where part.joint_id = joint_assessment.id
        and part.left_out_on is null and part.person_id = any (joint_assessment.person_ids))`,
    )
    .executeTakeFirst()
  if (row === undefined) return null
  const children = await childrenOf(work, jointId, row.person_ids)
  if (children.length !== row.person_ids.length) return null
  const writable = await writableSubjects(work, row.person_ids)
  return {
    id: row.id,
    familyId: row.family_id,
    personIds: row.person_ids,
    status: row.status,
    texts: textsOf(row, jointTexts),
    safetyNow: row.safety_now,
    lateReason: row.late_reason,
    version: row.version,
    children,
    mayWrite: work.knownAt === null && row.person_ids.every(id => writable.has(id)),
  }
}

async function childrenOf(
  work: Work,
  jointId: Uuid,
  personIds: readonly Uuid[],
): Promise<readonly JointChild[]> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .select([
      ...findingTexts,
      'id',
      'person_id',
      'referral_id',
      'started_on',
      'authorised_on',
      'outcome',
      'outcome_reason',
      'version',
    ])
    .where('joint_id', '=', jointId)
    .where('left_out_on', 'is', null)
    .execute()
  const found = new Map(rows.map(row => [row.person_id, row]))
  const people = await personSummaries(work, personIds)
  return people.toSorted(eldestFirst).flatMap(person => {
    const row = found.get(person.id)
    if (row === undefined) return []
    return [
      {
        assessmentId: row.id,
        personId: row.person_id,
        person,
        referralId: row.referral_id,
        startedOn: row.started_on,
        authorisedOn: row.authorised_on,
        texts: textsOf(row, findingTexts),
        outcome: row.outcome,
        outcomeReason: row.outcome_reason,
        version: row.version,
      },
    ]
  })
}

function eldestFirst(one: PersonSummary, other: PersonSummary): number {
  const key = (person: PersonSummary) =>
    `${person.dateOfBirth ?? person.expectedDeliveryOn ?? '9999'}${person.id}`
  return key(one).localeCompare(key(other))
}

/** The named texts of a row, and nothing else of it. */
function textsOf<Name extends string>(
  row: Readonly<Record<Name, string | null>>,
  names: readonly Name[],
): Readonly<Record<Name, string | null>> {
  return Object.fromEntries(names.map(name => [name, row[name]])) as Record<Name, string | null> // just these keys
}
