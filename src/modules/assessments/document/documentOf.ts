import { codeWords } from '#reference'
import { formatDate } from '#ui'
import { type Need, parentNeeds } from '../queries/jointNeeds.ts'
import { seeingOf } from '../queries/jointVisits.ts'
import type { JointChild } from '../queries/readJoint.ts'
import type { WholeAssessment } from '../queries/readWhole.ts'
import { findingFields, jointParts, labelOf } from '../rules/assessmentParts.ts'
import { checkpointWords } from '../rules/checkpointWords.ts'
import { needLine } from '../rules/needLine.ts'
import { outcomeText } from '../rules/outcomes.ts'

/** A piece of a document: something said under a label, or why there is nothing. */
export type Said = { readonly label: string | null; readonly text: string | null }

/** A heading of a document with what is said under it. */
export type DocumentPart = { readonly heading: string; readonly said: readonly Said[] }

/** The whole assessment in reading order, for the file and for those who may read it. */
export function documentOf(whole: WholeAssessment): readonly DocumentPart[] {
  const { joint } = whole
  const [purpose, family, analysis] = jointParts.map(part => ({
    heading: part.title,
    said: part.fields.map(({ name, label }) => ({ label, text: joint.texts[name] })),
  }))
  return [
    ...(purpose ? [purpose] : []),
    { heading: 'Who was seen', said: joint.children.map(child => seenSaid(whole, child)) },
    ...(family ? [family] : []),
    ...joint.children.map(child => childPart(whole, child)),
    { heading: 'Views of parents and carers', said: whole.adults.map(viewSaid) },
    ...needsOfParents(whole),
    ...(analysis ? [withSafety(analysis, joint.safetyNow)] : []),
    { heading: 'Outcome', said: joint.children.map(outcomeSaid) },
    ...(joint.lateReason === null
      ? []
      : [{ heading: labelOf('late_reason', 'joint'), said: [{ label: null, text: joint.lateReason }] }]),
    { heading: 'Managers’ checkpoints', said: whole.checkpoints.map(checkpointSaid) },
  ]
}

function seenSaid({ visits }: WholeAssessment, { person, personId }: JointChild): Said {
  const { seenOn, aloneOn, whyNotAlone } = seeingOf(visits, personId)
  if (person.isUnborn) return { label: person.displayName, text: 'Not born yet' }
  if (seenOn === null) return { label: person.displayName, text: 'Not seen since the referral' }
  const alone = aloneOn
    ? `alone on ${formatDate(aloneOn)}`
    : `not alone${whyNotAlone ? `: ${whyNotAlone}` : ''}`
  return { label: person.displayName, text: `Last seen on ${formatDate(seenOn)}, ${alone}` }
}

/** What was found of one child, with needs and factors. */
export function childPart(whole: WholeAssessment, child: JointChild): DocumentPart {
  const own = ({ personId, adultId }: Need): boolean => personId === child.personId && adultId === null
  const needs = whole.needs.filter(own).map(needLine)
  const factors = (whole.factors.get(child.assessmentId) ?? []).map(code =>
    codeWords('assessmentFactor', code),
  )
  return {
    heading: `${child.person.displayName}, ${child.person.age}`,
    said: [
      ...findingFields
        .filter(({ name }) => name !== 'no_child_view_reason' || child.texts.child_view === null)
        .map(({ name, label }) => ({ label, text: child.texts[name] })),
      { label: 'Needs', text: needs.length > 0 ? needs.join('\n') : null },
      { label: 'Factors', text: factors.length > 0 ? factors.join('\n') : null },
    ],
  }
}

/** Needs of parents, once each: for the file, and in no copy for the family. */
function needsOfParents({ needs, adults, joint }: WholeAssessment): readonly DocumentPart[] {
  const said = parentNeeds(needs).map(({ need, childIds }) => {
    const whose = adults.find(({ person }) => person.id === need.adultId)?.person.displayName ?? 'An adult'
    const children = joint.children.filter(({ personId }) => childIds.includes(personId))
    const names = children.map(({ person }) => person.displayName).join(', ')
    return { label: whose, text: `${needLine(need)}. For ${names}` }
  })
  return said.length === 0 ? [] : [{ heading: 'Needs of parents and other adults', said }]
}

function viewSaid({ person, relation, view }: WholeAssessment['adults'][number]): Said {
  const heard = view?.heardOn ? ` (heard ${formatDate(view.heardOn)})` : ''
  const text = view?.words ?? (view?.noViewReason ? `Not heard: ${view.noViewReason}` : null)
  return { label: `${person.displayName}${relation ? `, ${relation}` : ''}${heard}`, text }
}

const withSafety = (part: DocumentPart, safety: number | null): DocumentPart => ({
  ...part,
  said: [
    { label: labelOf('safety_now', 'joint'), text: safety === null ? null : `${safety} of 10` },
    ...part.said,
  ],
})

/** The outcome for one child with its reason. */
export const outcomeSaid = ({ person, outcome, outcomeReason }: JointChild): Said => ({
  label: person.displayName,
  text: outcome === null ? null : [outcomeText(outcome), outcomeReason].filter(Boolean).join('\n'),
})

const checkpointSaid = ({
  atDay,
  heldOn,
  decision,
  remark,
  heldBy,
}: WholeAssessment['checkpoints'][number]): Said => ({
  label: `Working day ${atDay}, held ${formatDate(heldOn)}${heldBy ? ` by ${heldBy}` : ''}`,
  text: `${checkpointWords[decision]}. ${remark}`,
})
