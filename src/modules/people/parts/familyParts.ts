import { parseUuid } from '#platform/ids'
import { mayJoin } from '../queries/mayJoin.ts'
import { relationshipWords } from '../rules/relationshipWords.ts'
import { datesInOrder } from './dateRules.ts'
import type { Part } from './part.ts'
import { endedOn, startedOn } from './personParts.ts'

const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export const relationshipPart: Part = {
  path: 'relationship',
  table: 'relationship',
  title: 'relationship',
  fields: ({ person, others = [] }) => [
    {
      name: 'kind',
      label: `${person?.displayName ?? 'This person'} is the`,
      kind: 'select',
      options: Object.entries(relationshipWords).map(([value, { is }]) => ({ value, text: sentence(is.U) })),
      needed: 'Select the relationship',
    },
    {
      name: 'other_id',
      label: 'of',
      hint: 'People of the same family. To choose somebody else, add them to the family first.',
      kind: 'select',
      options: others.map(other => ({ value: other.id, text: `${other.displayName} (${other.age})` })),
      needed: 'Select the other person',
    },
    {
      name: 'has_parental_responsibility',
      label: 'Does this person have parental responsibility for the other?',
      hint: 'Children Act 1989, section 3. Leave "not known" until it has been checked.',
      kind: 'yes_no_unknown',
    },
    { name: 'lives_together', label: 'Do they live together?', kind: 'yes_no_unknown' },
    startedOn,
    endedOn,
  ],
  check: datesInOrder,
}

export const membershipPart: Part = {
  path: 'family',
  table: 'family_member',
  title: 'place in the family',
  fields: ({ families = [] }) => [
    { name: 'family_id', label: 'Family', kind: 'select', options: families, needed: 'Select the family' },
    {
      name: 'role',
      label: 'Role',
      kind: 'select',
      options: [
        { value: 'child', text: 'Child' },
        { value: 'adult', text: 'Adult' },
      ],
      needed: 'Select child or adult',
    },
    startedOn,
    endedOn,
  ],
  check: datesInOrder,
  mayKeep: (work, personId, values) => {
    const familyId = parseUuid(String(values['family_id']))
    return familyId ? mayJoin(work, personId, familyId, String(values['role'])) : Promise.resolve(false)
  },
}

export const householdPart: Part = {
  path: 'household',
  table: 'household_member',
  title: 'household',
  fields: ({ households = [] }) => [
    {
      name: 'household_id',
      label: 'Household',
      kind: 'select',
      options: households,
      needed: 'Select the household',
    },
    startedOn,
    endedOn,
  ],
  check: datesInOrder,
}
