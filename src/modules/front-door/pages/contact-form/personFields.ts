import type { RelationshipKind } from '#modules/people'
import { mostNamed, type NamedRole } from '../../rules/contactWanted.ts'

/** A form as it was typed. */
export type Typed = Readonly<Record<string, unknown>>

export const typed = (sent: Typed, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}

/** Names of the fields of one row of people. */
export const personFields = (row: number) => ({
  role: `person-${row}-role`,
  given: `person-${row}-given`,
  family: `person-${row}-family`,
  born: `person-${row}-born`,
  expected: `person-${row}-expected`,
  sex: `person-${row}-sex`,
  relation: `person-${row}-relation`,
  school: `person-${row}-school`,
  number: `person-${row}-number`,
  ethnicity: `person-${row}-ethnicity`,
  disability: `person-${row}-disability`,
})

const roles: readonly NamedRole[] = ['child', 'unborn_child', 'adult']

/** The role of a row, or null where there is no such row. */
export const roleOf = (sent: Typed, row: number): NamedRole | null =>
  roles.find(role => role === typed(sent, personFields(row).role)) ?? null

/** Numbers of the rows that the form shows. */
export const rowsOf = (sent: Typed): readonly number[] =>
  Array.from({ length: mostNamed }, (_, row) => row).filter(row => roleOf(sent, row) !== null)

/** What an adult may be to the children, as the form asks: kinds of relationship, commonest first. */
export const relations = [
  'mother',
  'father',
  'step_parent',
  'grandparent',
  'carer',
  'guardian',
  'partner',
  'sibling',
  'aunt_or_uncle',
  'other_relative',
  'friend',
] as const satisfies readonly RelationshipKind[]

/** Those who live as the children's family: they join it when the contact is decided. */
export const familyRelations: ReadonlySet<string> = new Set([
  'mother',
  'father',
  'parent',
  'step_parent',
  'adoptive_parent',
  'grandparent',
  'carer',
  'guardian',
])
