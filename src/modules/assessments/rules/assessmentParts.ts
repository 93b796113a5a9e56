/** Texts that are written once for all the children of an assessment; columns of record.joint_assessment. */
export const jointTexts = [
  'purpose',
  'history',
  'family_and_environment',
  'parenting',
  'strengths',
  'worries',
  'what_needs_to_happen',
  'analysis',
] as const
export type JointText = (typeof jointTexts)[number]

/** Texts about one child; columns of record.assessment. */
export const findingTexts = [
  'health_and_development',
  'strengths',
  'worries',
  'what_needs_to_happen',
  'child_view',
  'no_child_view_reason',
] as const
export type FindingText = (typeof findingTexts)[number]

/** What of one child's findings may be copied to brothers and sisters: never a child's own words. */
export const copiedTexts = [
  'health_and_development',
  'strengths',
  'worries',
  'what_needs_to_happen',
] as const satisfies readonly FindingText[]

/** A field of a part as its form shows it. */
export type TextField<Name extends string> = {
  readonly name: Name
  readonly label: string
  readonly hint?: string
  readonly rows: number
}

/** A part of the joint assessment with a form of its own. */
export type JointPart = {
  readonly slug: 'purpose' | 'family' | 'analysis'
  readonly title: string
  readonly fields: readonly TextField<JointText>[]
}

/** The parts, in the order in which the work is done. */
export const jointParts: readonly JointPart[] = [
  {
    slug: 'purpose',
    title: 'Purpose and history',
    fields: [
      {
        name: 'purpose',
        label: 'What this assessment must answer',
        hint: 'In words that the family would recognise',
        rows: 3,
      },
      {
        name: 'history',
        label: 'What matters of the past',
        hint: 'Tick lines below to bring them in',
        rows: 8,
      },
    ],
  },
  {
    slug: 'family',
    title: 'Family and parenting',
    fields: [
      {
        name: 'family_and_environment',
        label: 'Family, home and community',
        hint: 'Who is there for the children, housing, money, work, friends and neighbours',
        rows: 6,
      },
      {
        name: 'parenting',
        label: 'Parenting',
        hint: 'Daily care, safety, warmth, boundaries, stability, and what the parents themselves need',
        rows: 6,
      },
    ],
  },
  {
    slug: 'analysis',
    title: 'Analysis and how safe the children are now',
    fields: [
      { name: 'strengths', label: 'What works well in this family', rows: 4 },
      { name: 'worries', label: 'What we are worried about', rows: 4 },
      { name: 'what_needs_to_happen', label: 'What needs to happen', rows: 4 },
      {
        name: 'analysis',
        label: 'Analysis',
        hint: 'What all of this means for each child now, and if nothing changes',
        rows: 8,
      },
    ],
  },
]

/** The fields of a child's findings. */
export const findingFields: readonly TextField<FindingText>[] = [
  { name: 'health_and_development', label: 'Health, development and school', rows: 4 },
  { name: 'strengths', label: 'What goes well for this child', rows: 3 },
  { name: 'worries', label: 'What we are worried about for this child', rows: 3 },
  { name: 'what_needs_to_happen', label: 'What needs to happen for this child', rows: 3 },
  {
    name: 'child_view',
    label: 'What the child thinks, feels and wants',
    hint: 'In the child’s own words where you can. For a baby or an unborn child, write why there are none',
    rows: 4,
  },
  { name: 'no_child_view_reason', label: 'If there are none, why', rows: 2 },
]

/** Longest text of an assessment, in characters. */
export const longestText = 50_000

/** The label of a field, for lists of changes. */
export function labelOf(column: string, about: 'joint' | 'child'): string {
  const fields: readonly TextField<string>[] =
    about === 'joint' ? jointParts.flatMap(part => part.fields) : findingFields
  return fields.find(({ name }) => name === column)?.label ?? otherLabels[column] ?? column
}

const otherLabels: Readonly<Record<string, string>> = {
  safety_now: 'How safe the children are now, from 0 to 10',
  late_reason: 'Why it is later than the 45th working day',
  outcome: 'Outcome',
  outcome_reason: 'Why this outcome',
}
