import type { MergeRule } from './mergeRules.ts'
import { moving } from './moving.ts'

/** What a merge does with this module's own tables. What two merges or "not the same person" say of people stays as it was said. */
export const peopleMergeRules: readonly MergeRule[] = [
  ...moving(
    {
      person: 'Details of a person',
      person_name: 'Names',
      person_identifier: 'Numbers',
      person_disability: 'Disabilities',
      person_contact: 'Telephones and emails',
      person_address: 'Addresses',
      relationship: 'Relationships',
      relationship_quality: 'How relationships are',
      adult_relationship_quality: 'How adults stand with one another',
      pregnancy_end: 'Pregnancies that ended',
      twin_likeness: 'Whether twins are identical',
      family_member: 'Places in families',
      household_member: 'Places in households',
    },
    {
      person: ['mother_id'],
      relationship: ['person_id', 'other_id'],
      relationship_quality: ['person_id', 'other_id'],
      adult_relationship_quality: ['person_id', 'adult_id', 'other_adult_id'],
      pregnancy_end: ['person_id', 'mother_id'],
      twin_likeness: ['person_id', 'other_id'],
    },
  ),
  { table: 'merge', column: 'survivor_id', rule: 'leave', words: 'Merges' },
  { table: 'merge', column: 'merged_id', rule: 'leave', words: 'Merges' },
  { table: 'not_same_person', column: 'person_id', rule: 'leave', words: 'Not the same person' },
  { table: 'not_same_person', column: 'other_id', rule: 'leave', words: 'Not the same person' },
]
