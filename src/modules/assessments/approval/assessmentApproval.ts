import type { ApprovalKind, Change } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { setStatus } from '../commands/handIn.ts'
import { jointAdults } from '../queries/jointAdults.ts'
import { type Joint, readJoint } from '../queries/readJoint.ts'
import { type VersionText, versionAt } from '../queries/versionAt.ts'
import { authorise } from './authorise.ts'

/** A child and family assessment, decided by a manager of every one of its children. */
export const assessmentApproval: ApprovalKind = {
  kind: 'assessment',
  label: 'Child and family assessment',
  stops: ['ASSESS_45'], // Working Together 2023, chapter 3: it is done when a manager has authorised it
  path: jointId => `/assessments/${jointId}`,
  async changes(work, { subjectId }, since) {
    const joint = await readJoint(work, subjectId)
    if (joint === null) return []
    const people = await namesIn(work, joint)
    const now = await versionAt(work, joint, work.now, people)
    const before = since === null ? [] : await versionAt(work, joint, since, people)
    return changesBetween(before, now)
  },
  async decided(work, { subjectId }, outcome) {
    const joint = await readJoint(work, subjectId)
    if (joint === null) return 'You may not read the record of each of its children: ask a manager who may.'
    if (outcome === 'authorised') return authorise(work, joint)
    await setStatus(work, joint.id, 'open')
    return null
  },
}

/** Everybody whose name stands in the texts' labels. */
export async function namesIn(work: Work, joint: Joint) {
  const adults = (await jointAdults(work, joint)).map(({ person }) => person.id)
  const people = await personSummaries(work, [...joint.personIds, ...adults])
  return new Map(people.map(person => [person.id, person]))
}

/** The texts that differ, in the order in which they stand now. */
export function changesBetween(
  before: readonly VersionText[],
  after: readonly VersionText[],
): readonly Change[] {
  const was = new Map(before.map(one => [one.key, one.text]))
  const is = new Set(after.map(({ key }) => key))
  const gone = before.filter(({ key }) => !is.has(key)).map(one => ({ ...one, after: null }))
  return [
    ...after.map(one => ({ ...one, before: was.get(one.key) ?? null, after: one.text })),
    ...gone.map(one => ({ ...one, before: one.text })),
  ]
    .filter(one => one.before !== one.after)
    .map(({ personId, label, before: old, after: present }) => ({
      personId,
      label,
      before: old,
      after: present,
    }))
}
