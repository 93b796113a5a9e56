import { adultsAround, twinsAround } from '../queries/aroundChild.ts'
import { pregnancyWords } from '../rules/pregnancyWords.ts'
import { twinWords } from '../rules/twinWords.ts'
import { notBefore1900, notInFuture } from './dateRules.ts'
import type { Field, Part } from './part.ts'

const source: Field = {
  name: 'source',
  label: 'How it is known (optional)',
  hint: 'For example, who said so and when.',
  kind: 'textarea',
}
const withdrawnWhy: Field = {
  name: 'withdrawn_why',
  label: 'To withdraw this: why was it recorded wrongly?',
  hint: 'Leave empty while it stands. What was recorded is kept in its past and shown nowhere else.',
  kind: 'textarea',
  isForLater: true,
}

/** A pregnancy that ended, of a mother of a child's family: health data of an adult, so it stands in the record of the child. */
export const pregnancyEndPart: Part = {
  path: 'pregnancy',
  table: 'pregnancy_end',
  title: 'pregnancy that ended',
  dataClass: 'B2',
  isByHolders: true,
  standsIn: 'genogram',
  lookUp: adultsAround,
  fields: ({ adults = [] }) => [
    {
      name: 'mother_id',
      label: 'Whose pregnancy was it?',
      hint: 'Adults of the family in which this child is today. It is kept in the record of this child.',
      kind: 'select',
      options: adults
        .filter(({ sex }) => sex !== 'M')
        .map(({ id, displayName }) => ({ value: id, text: displayName })),
      needed: 'Select whose pregnancy it was',
      isLasting: true,
    },
    {
      name: 'kind',
      label: 'How did it end?',
      kind: 'select',
      options: Object.entries(pregnancyWords).map(([value, text]) => ({ value, text })),
      needed: 'Select how the pregnancy ended',
    },
    {
      name: 'ended_on',
      label: 'When did it end?',
      hint: 'For example, 27 3 2015. Leave the day, or day and month, empty if not known.',
      kind: 'partial_date',
      needed: 'Enter when the pregnancy ended, or the year alone',
    },
    {
      name: 'sex',
      label: 'Sex of a stillborn child',
      hint: 'Leave at "Choose" if not known, or after a miscarriage or abortion.',
      kind: 'select',
      options: [
        { value: 'F', text: 'Female' },
        { value: 'M', text: 'Male' },
      ],
    },
    source,
    withdrawnWhy,
  ],
  check: (values, { today }) => [
    ...notBefore1900(values, 'ended_on', 'The day it ended'),
    ...notInFuture(values, 'ended_on', 'The day it ended', today),
    ...(values['sex'] !== null && values['kind'] !== 'stillbirth'
      ? [{ path: ['sex'], message: 'A sex is kept of a stillborn child only: choose "Choose"' }]
      : []),
  ],
}

/** Whether a child and a twin are identical. That they are twins is a relationship. */
export const twinPart: Part = {
  path: 'twins',
  table: 'twin_likeness',
  title: 'fact about twins',
  dataClass: 'B2',
  isByHolders: true,
  standsIn: 'genogram',
  lookUp: twinsAround,
  fields: ({ twins = [] }) => [
    {
      name: 'other_id',
      label: 'Born together with',
      hint: 'Whoever is recorded as a twin of this child. To record that they are twins, add the relationship first.',
      kind: 'select',
      options: twins.map(({ id, displayName }) => ({ value: id, text: displayName })),
      needed: 'Select the twin',
      isLasting: true,
    },
    {
      name: 'likeness',
      label: 'Are they identical?',
      kind: 'select',
      options: Object.entries(twinWords).map(([value, text]) => ({ value, text })),
      needed: 'Select whether they are identical',
    },
    source,
    withdrawnWhy,
  ],
}
