import type { PaperSource, WrittenPart } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { jointAdults } from '../queries/jointAdults.ts'
import { type Joint, readJoint } from '../queries/readJoint.ts'
import { findingFields, jointParts } from '../rules/assessmentParts.ts'
import type { AssessmentsTables } from '../tables.ts'
import { sourcesOf, type TakenIn } from '../taking-in/sourcesOf.ts'

/** The newest assessment of these children, part by part, for the report to a conference. */
export const assessmentPaperSource: PaperSource = {
  name: 'assessment',
  label: 'the assessment',
  async parts(work, personIds) {
    const joint = await newestJoint(work, personIds)
    if (joint === null) return []
    const sources = await sourcesOf(work, joint.id)
    return [
      ...jointWritten(joint, sources),
      ...childrenWritten(joint, personIds, sources),
      ...(await viewsWritten(work, joint)),
    ]
  },
}

async function newestJoint(work: Work, personIds: readonly Uuid[]): Promise<Joint | null> {
  if (personIds.length === 0) return null
  const row = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .select('joint_id')
    .where('person_id', 'in', personIds)
    .where('joint_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.joint_id ? readJoint(work, row.joint_id) : null
}

/** What was taken in from the work with one harmed, or who harms, may be for the other of them to read, or not: that is decided apart. */
const isGuarded = (sources: readonly TakenIn[], part: string, assessmentId: Uuid | null): boolean =>
  sources.some(one => one.isGuarded && one.part === part && one.assessmentId === assessmentId)

const jointWritten = (joint: Joint, sources: readonly TakenIn[]): readonly WrittenPart[] =>
  jointParts
    .flatMap(part => part.fields)
    .flatMap(({ name, label }) => {
      const words = joint.texts[name]
      return words === null
        ? []
        : [
            {
              heading: label,
              words,
              personId: null,
              source: 'own_work' as const,
              isThirdParty: isGuarded(sources, name, null),
              originId: joint.id,
            },
          ]
    })

const childrenWritten = (
  joint: Joint,
  personIds: readonly Uuid[],
  sources: readonly TakenIn[],
): readonly WrittenPart[] =>
  joint.children
    .filter(({ personId }) => personIds.includes(personId))
    .flatMap(child =>
      findingFields.flatMap(({ name, label }) => {
        const words = child.texts[name]
        if (words === null || name === 'no_child_view_reason') return []
        return [
          {
            heading: `${label}: ${child.person.displayName}`,
            words,
            personId: child.personId,
            source: name === 'child_view' ? ('child' as const) : ('own_work' as const),
            isThirdParty: isGuarded(sources, name, child.assessmentId),
            originId: child.assessmentId,
          },
        ]
      }),
    )

/** What each adult told, as a part of its own: it is decided apart whether another adult reads it. */
const viewsWritten = async (work: Work, joint: Joint): Promise<readonly WrittenPart[]> =>
  (await jointAdults(work, joint)).flatMap(({ person, view }) =>
    view?.words
      ? [
          {
            heading: `What ${person.displayName} told us`,
            words: view.words,
            personId: null,
            source: 'family' as const,
            originId: joint.id,
          },
        ]
      : [],
  )
