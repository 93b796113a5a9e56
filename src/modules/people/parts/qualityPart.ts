import { qualityWords } from '../rules/qualityWords.ts'
import { inOrder, notBefore1900, notInFuture } from './dateRules.ts'
import type { Part } from './part.ts'

/** How somebody stands with another person, as the worker who writes it judges: an opinion with its day. */
export const qualityPart: Part = {
  path: 'quality',
  table: 'relationship_quality',
  title: 'opinion of a relationship',
  dataClass: 'B2',
  fields: ({ person, others = [] }) => [
    {
      name: 'other_id',
      label: `How does ${person?.displayName ?? 'this person'} stand with`,
      hint: 'People of the same family.',
      kind: 'select',
      options: others.map(other => ({ value: other.id, text: `${other.displayName} (${other.age})` })),
      needed: 'Select the other person',
    },
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
  ],
  check: (values, { today }) => [
    ...notBefore1900(values, 'noted_on', 'Day of this opinion'),
    ...notInFuture(values, 'noted_on', 'Day of this opinion', today),
    ...inOrder(values, 'noted_on', 'ended_on', 'The day must be the same as or after the day of the opinion'),
  ],
}
