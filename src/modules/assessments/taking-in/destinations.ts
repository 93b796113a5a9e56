import type { Uuid } from '#platform/ids'
import { jointPath } from '../pages/frame/openJoint.ts'
import type { Joint } from '../queries/readJoint.ts'
import {
  copiedTexts,
  type FindingText,
  findingFields,
  type JointPart,
  type JointText,
  jointParts,
} from '../rules/assessmentParts.ts'

/** A part of an assessment that words may be taken into. */
export type Destination = {
  /** In the form: "parenting", or a child's findings with the assessment's id. */
  readonly code: string
  readonly label: string
  readonly table: 'joint_assessment' | 'assessment'
  readonly row: { readonly id: Uuid; readonly version: number }
  /** Null: a part for all the children. */
  readonly assessmentId: Uuid | null
  readonly column: JointText | FindingText
  readonly text: string | null
  /** The form in which it is edited. */
  readonly path: string
}

/** Everything but the question that it must answer, and what a child says: nobody else's words go there. */
export function destinationsOf(joint: Joint): readonly Destination[] {
  const ofAll = jointParts.flatMap(part =>
    part.fields.filter(({ name }) => name !== 'purpose').map(field => jointDestination(joint, part, field)),
  )
  return [
    ...ofAll.toSorted(parentsFirst),
    ...joint.children.flatMap(child => childDestinations(joint, child)),
  ]
}

const parentsFirst = (one: Destination, other: Destination): number =>
  Number(other.column === 'parenting') - Number(one.column === 'parenting')

const jointDestination = (
  joint: Joint,
  part: JointPart,
  { name, label }: JointPart['fields'][number],
): Destination => ({
  code: name,
  label,
  table: 'joint_assessment',
  row: joint,
  assessmentId: null,
  column: name,
  text: joint.texts[name],
  path: `${jointPath(joint.id)}/parts/${part.slug}`,
})

const childDestinations = (joint: Joint, child: Joint['children'][number]): readonly Destination[] =>
  copiedTexts.map(column => ({
    code: `${child.assessmentId}.${column}`,
    label: `${child.person.displayName}: ${findingFields.find(({ name }) => name === column)?.label ?? column}`,
    table: 'assessment',
    row: { id: child.assessmentId, version: child.version },
    assessmentId: child.assessmentId,
    column,
    text: child.texts[column],
    path: `${jointPath(joint.id)}/children/${child.personId}`,
  }))
