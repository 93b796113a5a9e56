import type { FormKind } from '../told/kinds.ts'

type Named = { readonly name: string; readonly label: string; readonly hint?: string }
export type Choice = Named & {
  readonly type: 'choice'
  readonly needed: string
  readonly choices: readonly (readonly [value: string, words: string])[]
}
/** One question of a form; its name is the item's in the kind's schema. */
export type Field =
  | (Named & { readonly type: 'line' | 'long'; readonly needed?: string })
  | (Named & { readonly type: 'moment'; readonly needed: string })
  | (Named & { readonly type: 'school' })
  | (Named & { readonly type: 'person'; readonly isAdult?: true; readonly needed: string })
  | (Named & {
      readonly type: 'people'
      readonly isAdult?: true
      readonly rows: number
      readonly needed?: string
    })
  | Choice

const reference = {
  type: 'line',
  name: 'policeReference',
  label: 'Police reference',
  needed: 'Enter the police reference',
} as const
const happenedAt = {
  type: 'moment',
  name: 'happenedAt',
  label: 'When it happened',
  needed: 'Enter when it happened',
} as const
const place = {
  type: 'line',
  name: 'place',
  label: 'Where it happened',
  needed: 'Enter where it happened',
} as const
const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const
const ROWS = 3

/** What each form asks, in its order. */
export const fieldsOf: Readonly<Record<FormKind, readonly Field[]>> = {
  encompass: [
    reference,
    { type: 'person', name: 'child', label: 'The child', needed: 'Enter the child’s name' },
    {
      type: 'choice',
      name: 'schooling',
      label: 'Where is the child taught?',
      needed: 'Select where the child is taught',
      choices: [
        ['school', 'At a school'],
        ['home_educated', 'At home: the council’s officer is told'],
        ['not_known', 'Not known'],
      ],
    },
    { type: 'school', name: 'schoolId', label: 'School', hint: 'Where the child goes to school' },
    happenedAt,
    place,
    {
      type: 'choice',
      name: 'wasPresent',
      label: 'Was the child there?',
      needed: 'Select whether the child was there',
      choices: [...yesNo, ['not_known', 'Not known']],
    },
    {
      type: 'long',
      name: 'circumstances',
      label: 'What happened',
      hint: 'What the school needs to look after the child today',
      needed: 'Enter what happened',
    },
    { type: 'long', name: 'childsVoice', label: 'What the child said (optional)' },
  ],
  police_notification: [
    reference,
    happenedAt,
    place,
    {
      type: 'choice',
      name: 'grading',
      label: 'Grading',
      needed: 'Select a grading',
      choices: [
        ['standard', 'Standard'],
        ['medium', 'Medium'],
        ['high', 'High'],
      ],
    },
    {
      type: 'choice',
      name: 'isDanger',
      label: 'Is a child in danger now?',
      needed: 'Select whether a child is in danger now',
      choices: yesNo,
    },
    { type: 'people', name: 'children', label: 'Child', rows: ROWS, needed: 'Enter the name of a child' },
    { type: 'people', name: 'adults', label: 'Adult', rows: 2, isAdult: true },
    { type: 'long', name: 'whatHappened', label: 'What happened', needed: 'Enter what happened' },
  ],
  marac: [
    reference,
    {
      type: 'person',
      name: 'victim',
      label: 'The person who is harmed',
      isAdult: true,
      needed: 'Enter the name of the person who is harmed',
    },
    {
      type: 'person',
      name: 'perpetrator',
      label: 'The person who harms',
      isAdult: true,
      needed: 'Enter the name of the person who harms',
    },
    { type: 'people', name: 'children', label: 'Child', rows: ROWS, needed: 'Enter the name of a child' },
    {
      type: 'line',
      name: 'dashScore',
      label: 'Score of the risk checklist (Dash)',
      hint: 'Ticks out of 24',
      needed: 'Enter the score of the risk checklist',
    },
    { type: 'long', name: 'why', label: 'Why it is referred', needed: 'Enter why it is referred' },
    { type: 'long', name: 'history', label: 'What is known from before (optional)' },
  ],
}
