import { adultsAround } from '../queries/aroundChild.ts'
import { qualityWords } from '../rules/qualityWords.ts'
import { inOrder, notBefore1900, notInFuture } from './dateRules.ts'
import type { Field, Part } from './part.ts'

const judgement: readonly Field[] = [
  {
    name: 'quality',
    label: 'In your opinion',
    kind: 'select',
    options: Object.entries(qualityWords).map(([value, text]) => ({ value, text })),
    needed: 'Select how they stand with one another',
  },
  { name: 'remark', label: 'What it rests on (optional)', kind: 'textarea' },
  { name: 'noted_on', label: 'Day of this opinion', kind: 'date', needed: 'Enter the day of this opinion' },
  { name: 'ended_on', label: 'No longer so from', hint: 'Leave empty while it still holds.', kind: 'date' },
]

const datesOfJudgement: NonNullable<Part['check']> = (values, { today }) => [
  ...notBefore1900(values, 'noted_on', 'Day of this opinion'),
  ...notInFuture(values, 'noted_on', 'Day of this opinion', today),
  ...inOrder(values, 'noted_on', 'ended_on', 'The day must be the same as or after the day of the opinion'),
]

/** How somebody stands with another person, as the worker who writes it judges: an opinion with its day. */
export const qualityPart: Part = {
  path: 'quality',
  table: 'relationship_quality',
  title: 'opinion of a relationship',
  dataClass: 'B2',
  standsIn: 'genogram',
  fields: ({ person, others = [] }) => [
    {
      name: 'other_id',
      label: `How does ${person?.displayName ?? 'this person'} stand with`,
      hint: 'People of the same family.',
      kind: 'select',
      options: others.map(other => ({ value: other.id, text: `${other.displayName} (${other.age})` })),
      needed: 'Select the other person',
    },
    ...judgement,
  ],
  check: datesOfJudgement,
}

/** How two adults of a child's family stand with one another: it stands in the record of the child, since adults have none. */
export const adultsQualityPart: Part = {
  path: 'adults',
  table: 'adult_relationship_quality',
  title: 'opinion of how two adults stand with one another',
  dataClass: 'B2',
  isByHolders: true,
  standsIn: 'genogram',
  lookUp: adultsAround,
  fields: ({ adults = [] }) => {
    const options = adults.map(({ id, displayName }) => ({ value: id, text: displayName }))
    return [
      {
        name: 'adult_id',
        label: 'How does',
        hint: 'Adults of the family in which this child is today. It is kept in the record of this child.',
        kind: 'select',
        options,
        needed: 'Select the first of the two adults',
        isLasting: true,
      },
      {
        name: 'other_adult_id',
        label: 'stand with',
        kind: 'select',
        options,
        needed: 'Select the second of the two adults',
        isLasting: true,
      },
      ...judgement,
    ]
  },
  check: (values, context) => [
    ...(values['adult_id'] !== undefined && values['adult_id'] === values['other_adult_id']
      ? [{ path: ['other_adult_id'], message: 'Select two different adults' }]
      : []),
    ...datesOfJudgement(values, context),
  ],
}
