import type { z } from 'zod'
import { codesOf } from '#reference'
import { noteChange } from '../../commands/noteChange.ts'
import { saveFactors } from '../../commands/saveFactors.ts'
import { jointFactors } from '../../queries/jointFactors.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { checkFactors } from '../../rules/checkFactors.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { type FormValues, textOf, textsOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { factorsPage, ofChild } from './page.ts'

type Found = ReadonlyMap<string, readonly string[]>
type OpenedFactors = OpenedForm & {
  readonly joint: Joint
  readonly found: Found
  readonly codes: readonly string[]
}

/** The factors found, for the census: ticked once for all the children, and for one of them what is that child's alone. */
export const factorsRoutes = draftedForm<z.infer<typeof jointParams>, OpenedFactors>({
  url: '/assessments/:jointId/factors',
  params: jointParams,
  form: 'assessment-factors',
  about: 'the factors found in an assessment',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const found: Found = await jointFactors(
      work,
      joint.children.map(({ assessmentId }) => assessmentId),
    )
    // Codes of the census year in which the assessment ends; those already ticked stay to be seen.
    const year = work.today.month > 3 ? work.today.year + 1 : work.today.year
    const codes = codesOf('assessmentFactor', year)
    return {
      joint,
      found,
      codes,
      title: 'Factors found',
      path: `${jointPath(jointId)}/factors`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: freshValues(joint, found),
      labels: {
        all: 'All the children',
        ...Object.fromEntries(joint.children.map(child => [ofChild(child), child.person.displayName])),
      },
      content: state => factorsPage({ joint, codes, state }),
    }
  },
  async save({ work }, { joint, found, codes }, values) {
    const before = stateOf(joint, found)
    if (textOf(values, 'was') !== '' && textOf(values, 'was') !== before)
      return {
        outcome: 'stale',
        differences: [
          { label: 'Factors', yours: chosenWords(joint, values), other: foundWords(joint, found) },
        ],
        values: { was: before },
      }
    const wanted = joint.children.map(child => ({
      ...child,
      codes: [...new Set([...textsOf(values, 'all'), ...textsOf(values, ofChild(child))])].filter(
        code => (codes as readonly string[]).includes(code) || found.get(child.assessmentId)?.includes(code),
      ),
    }))
    const issues = wanted.flatMap(child => {
      const message = checkFactors(child.codes)
      return message === null ? [] : [{ path: ['all'], message }]
    })
    if (issues.length > 0) return { outcome: 'refused', issues }
    await saveFactors(work, wanted)
    await noteChange(work, joint)
    return { outcome: 'saved', success: 'Factors saved' }
  },
})

/** What all children share stands in the common ticks, the rest under each child. */
function freshValues(joint: Joint, found: Found): FormValues {
  const of = (child: Joint['children'][number]) => found.get(child.assessmentId) ?? []
  const [first] = joint.children
  const shared =
    first === undefined
      ? []
      : of(first).filter(code => joint.children.every(child => of(child).includes(code)))
  return {
    was: stateOf(joint, found),
    all: shared,
    ...Object.fromEntries(
      joint.children.map(child => [ofChild(child), of(child).filter(code => !shared.includes(code))]),
    ),
  }
}

const stateOf = (joint: Joint, found: Found): string =>
  joint.children.map(child => (found.get(child.assessmentId) ?? []).join('+')).join(' ')

const foundWords = (joint: Joint, found: Found): string =>
  joint.children
    .map(
      child => `${child.person.displayName}: ${(found.get(child.assessmentId) ?? []).join(', ') || 'none'}`,
    )
    .join('\n')

const chosenWords = (joint: Joint, values: FormValues): string =>
  joint.children
    .map(child => {
      const codes = [...new Set([...textsOf(values, 'all'), ...textsOf(values, ofChild(child))])]
      return `${child.person.displayName}: ${codes.join(', ') || 'none'}`
    })
    .join('\n')
