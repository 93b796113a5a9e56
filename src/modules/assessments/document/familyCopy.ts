import { formatDate } from '#ui'
import type { JointAdult } from '../queries/jointAdults.ts'
import type { JointChild } from '../queries/readJoint.ts'
import type { WholeAssessment } from '../queries/readWhole.ts'
import { type FindingText, findingFields, type JointText } from '../rules/assessmentParts.ts'
import { outcomeText } from '../rules/outcomes.ts'
import { type SecretAddress, withoutAddresses } from '../rules/withoutAddresses.ts'
import type { DocumentPart, Said } from './documentOf.ts'

/** What is left out unless somebody decides otherwise for this recipient. */
export const decided = ['history', 'child_words'] as const
export type Decided = (typeof decided)[number]
export const decidedWords: Readonly<Record<Decided, string>> = {
  history: 'The history: it may hold what other people and agencies said',
  child_words: 'The children’s own words: only when each child agrees and it is safe',
}

/** One of the family who is given a copy. */
export type Recipient =
  | { readonly kind: 'child'; readonly child: JointChild }
  | { readonly kind: 'adult'; readonly adult: JointAdult }

/** A copy for one person, and what it leaves out. */
export type FamilyCopy = { readonly parts: readonly DocumentPart[]; readonly leftOut: readonly string[] }

/**
 * The assessment as one of the family is given it: in plain headings, about the children who are theirs, without what other
 * adults said, without what third parties told, and without addresses that must not be disclosed. Nothing of it is shown until
 * somebody decided (access rule AC4): history and the children's own words are ticked for each recipient.
 */
export function familyCopy(
  whole: WholeAssessment,
  recipient: Recipient,
  included: readonly Decided[],
  secrets: readonly SecretAddress[],
): FamilyCopy {
  const safe = (part: DocumentPart): DocumentPart => ({
    ...part,
    said: part.said.flatMap(({ label, text }) =>
      text === null ? [] : [{ label, text: withoutAddresses(text, secrets) }],
    ),
  })
  const parts =
    recipient.kind === 'child'
      ? childParts(whole, recipient.child)
      : adultParts(whole, recipient.adult, included)
  return {
    parts: parts.map(safe).filter(({ said }) => said.length > 0),
    leftOut: leftOutFor(whole, recipient, included, secrets),
  }
}

const joint = (whole: WholeAssessment, name: JointText): Said => ({
  label: null,
  text: whole.joint.texts[name],
})
const heading = (title: string, ...said: readonly Said[]): DocumentPart => ({ heading: title, said })

function childParts(whole: WholeAssessment, child: JointChild): readonly DocumentPart[] {
  return [
    heading('Why we did this', joint(whole, 'purpose')),
    heading('What you told us', { label: null, text: child.texts.child_view }),
    heading('What goes well', { label: null, text: child.texts.strengths }),
    heading('What we worry about', { label: null, text: child.texts.worries }),
    heading('What should happen', { label: null, text: child.texts.what_needs_to_happen }),
    heading(
      'What we decided',
      { label: null, text: outcomeText(child.outcome) },
      { label: null, text: child.outcomeReason },
    ),
  ]
}

function adultParts(
  whole: WholeAssessment,
  adult: JointAdult,
  included: readonly Decided[],
): readonly DocumentPart[] {
  const children = whole.joint.children.filter(({ personId }) => adult.childIds.includes(personId))
  const words = (child: JointChild, name: FindingText, label: string): readonly Said[] =>
    name.includes('child_view') && !included.includes('child_words')
      ? []
      : [{ label, text: child.texts[name] }]
  return [
    heading('Why we did this assessment', joint(whole, 'purpose')),
    ...(included.includes('history') ? [heading('What happened before', joint(whole, 'history'))] : []),
    heading('When we saw the children', ...children.map(child => visitsTo(whole, child))),
    heading('Your family and home', joint(whole, 'family_and_environment')),
    heading('Looking after the children', joint(whole, 'parenting')),
    ...children.map(child =>
      heading(
        child.person.displayName,
        ...findingFields
          .filter(({ name }) => name !== 'no_child_view_reason')
          .flatMap(({ name, label }) => words(child, name, label)),
      ),
    ),
    heading('What you told us', { label: null, text: adult.view?.words ?? null }),
    heading('What goes well', joint(whole, 'strengths')),
    heading('What we worry about', joint(whole, 'worries')),
    heading('What should happen', joint(whole, 'what_needs_to_happen')),
    heading('What we think it means', joint(whole, 'analysis')),
    heading(
      'What we decided',
      ...children.map(child => ({
        label: child.person.displayName,
        text: [outcomeText(child.outcome), child.outcomeReason].filter(Boolean).join('\n') || null,
      })),
    ),
  ]
}

function visitsTo({ visits }: WholeAssessment, { person, personId }: JointChild): Said {
  const days = visits
    .filter(
      ({ kind, outcome, parts }) =>
        kind === 'visit' &&
        outcome === 'held' &&
        parts.some(part => part.personId === personId && part.wasSeen),
    )
    .map(({ on }) => formatDate(on))
  return { label: person.displayName, text: days.length === 0 ? null : days.toReversed().join(', ') }
}

function leftOutFor(
  whole: WholeAssessment,
  recipient: Recipient,
  included: readonly Decided[],
  secrets: readonly SecretAddress[],
): readonly string[] {
  const id = recipient.kind === 'child' ? recipient.child.personId : recipient.adult.person.id
  const others = whole.adults.filter(({ person, view }) => person.id !== id && view !== null)
  const children = whole.joint.children.filter(({ personId }) =>
    recipient.kind === 'child' ? personId !== id : !recipient.adult.childIds.includes(personId),
  )
  const usual =
    recipient.kind === 'child'
      ? ['The history, the analysis, and what is written of the family and of parenting']
      : [
          ...(included.includes('history')
            ? []
            : ['The history, which may hold what other people and agencies said']),
          ...(included.includes('child_words') ? [] : ['The children’s own words']),
        ]
  return [
    ...others.map(({ person }) => `What ${person.displayName} said`),
    ...children.map(({ person }) => `Everything about ${person.displayName} alone`),
    ...usual,
    'Needs with who noticed them, factors and managers’ remarks',
    ...(secrets.length > 0
      ? ['Every address that must not be disclosed, also where it was typed into a text']
      : []),
  ]
}
