import { z } from 'zod'
import { clockSettingsShape } from '../queries/readClockSettings.ts'
import { supervisionSettings } from './supervisionSettings.ts'
import { words } from './words.ts'

/** What an authority decides for itself: what it is, the shape of its value, and what holds until it is set. */
export type DeclaredSetting<Value> = {
  readonly doc: string
  readonly shape: z.ZodType<Value>
  readonly fallback: Value
}

const declare = <Value>(doc: string, shape: z.ZodType<Value>, fallback: Value): DeclaredSetting<Value> => ({
  doc,
  shape,
  fallback,
})

const line = z.string().trim().max(200)

/** An agenda as it is typed: one item a line, "10 | What each child says | Social worker". */
const agenda = z
  .string()
  .trim()
  .max(3_000)
  .refine(
    lines =>
      lines
        .split('\n')
        .every(one => one.trim() === '' || /^\s*\d{1,3}\s*\|[^|]*\S[^|]*(\|[^|]*)?$/.test(one)),
    'Write one item a line: minutes | what | who leads it',
  )
const usualAgenda = [
  '5 | Who is here, and what this meeting is for | Chair',
  '15 | What each child says | Social worker',
  '15 | What the social worker found | Social worker',
  '20 | What each agency knows | Each agency',
  '15 | What parents and family say | Chair',
  '10 | What goes well, what we worry about, how safe each child is | Chair',
  '10 | What we decide, and the plan | Chair',
].join('\n')
const reviewAgenda = [
  '5 | Who is here, and what this meeting is for | Chair',
  '15 | What each child says | Social worker',
  '20 | What has changed since last time, outcome by outcome | Social worker',
  '15 | What each agency knows | Each agency',
  '15 | What parents and family say | Chair',
  '10 | How safe each child is | Chair',
  '10 | What we decide, and the plan | Chair',
].join('\n')

/** A number as a form sends it, or as it is kept. */
const number = (from: number, to: number) =>
  z.preprocess(
    value => (typeof value === 'string' ? (value.trim() === '' ? Number.NaN : Number(value)) : value),
    z.number('Enter a number').min(from, `Enter ${from} or more`).max(to, `Enter ${to} or less`),
  )
const yesOrNo = z.enum(['yes', 'no'], 'Enter yes or no')

/** Every setting that Kith knows. Dated by the history of its row. */
export const declaredSettings = {
  'caseload.alert': declare(
    'Most children for one full-time worker, before the team board says so',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(60, 'Enter 60 or fewer'),
    15,
  ),
  'caseload.rule': declare<{
    counts: 'children' | 'families'
    coWorking: number
    agencyCounts: 'yes' | 'no'
    earlyCareerReduces: 'yes' | 'no'
    leaveDays: number
  }>(
    'How caseload is counted: children, or families, for one full-time worker',
    z.object({
      counts: z.enum(['children', 'families'], 'Enter children or families'),
      coWorking: number(0, 1),
      agencyCounts: yesOrNo,
      earlyCareerReduces: yesOrNo,
      leaveDays: number(0, 365),
    }),
    { counts: 'children', coWorking: 0, agencyCounts: 'yes', earlyCareerReduces: 'yes', leaveDays: 28 },
  ),
  'caseload.weights': declare(
    'What each child weighs in the second view of caseloads, by plan and need',
    z.object({
      protection: number(0, 10),
      inNeed: number(0, 10),
      other: number(0, 10),
      need: number(0, 5),
    }),
    { protection: 1.5, inNeed: 1, other: 0.75, need: 0.25 },
  ),
  ...supervisionSettings,
  'unseen.weeks': declare(
    'Weeks without being seen after which a child on a plan comes first on the team board',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(26, 'Enter 26 or fewer'),
    6,
  ),
  'oversight.weeks': declare(
    'Weeks within which a manager records that they have looked at each child’s case',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(52, 'Enter 52 or fewer'),
    8,
  ),
  'missing.days': declare(
    'Days within which a third time missing is told to managers',
    z.int('Enter a whole number').min(7, 'Enter 7 or more').max(365, 'Enter 365 or fewer'),
    90,
  ),
  'harm.kinds': declare(
    'Kinds of harm outside the home that the authority names beside the usual ones',
    z.partialRecord(z.enum(['own_1', 'own_2', 'own_3', 'own_4']), line.min(1)),
    {},
  ),
  'safeguarding.modules': declare(
    'Names of the eight intervention modules of Family Safeguarding',
    z.partialRecord(
      z.enum([
        'module_1',
        'module_2',
        'module_3',
        'module_4',
        'module_5',
        'module_6',
        'module_7',
        'module_8',
      ]),
      line.min(1),
    ),
    {},
  ),
  'safeguarding.measures': declare(
    'Measures of how adults fare that Family Safeguarding teams keep',
    z.partialRecord(
      z.enum(['drinking', 'recovery', 'mental_health', 'police', 'emergency', 'own_1', 'own_2', 'own_3']),
      line.min(1),
    ),
    {
      drinking: 'Units of alcohol in a week',
      recovery: 'Recovery score',
      mental_health: 'Mental health score',
      police: 'Police call-outs in the last three months',
      emergency: 'Emergency admissions in the last three months',
    },
  ),
  'safeguarding.childMeasures': declare(
    'Measures of how children fare that Family Safeguarding teams keep',
    z.partialRecord(
      z.enum(['attendance', 'days_in_care', 'times_missing', 'child_1', 'child_2', 'child_3']),
      line.min(1),
    ),
    {
      attendance: 'School attendance this term, in percent',
      days_in_care: 'Days in care in the last three months',
    },
  ),
  'protectionInformation.team': declare(
    'Team that sends child protection information to the NHS and answers for what comes back; left empty, a conference service',
    z.object({ team: line }),
    { team: '' },
  ),
  'papers.days': declare(
    'Days after a meeting for which those invited still read it and its papers',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(90, 'Enter 90 or fewer'),
    30,
  ),
  'conference.agencies': declare(
    'Agencies that a child protection conference needs beside social care',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(5, 'Enter 5 or fewer'),
    2,
  ),
  'conference.agenda': declare(
    'Agenda with which each kind of child protection conference begins',
    z.object({ initial: agenda, review: agenda, transfer_in: agenda, pre_birth: agenda }),
    { initial: usualAgenda, review: reviewAgenda, transfer_in: usualAgenda, pre_birth: usualAgenda },
  ),
  'dispute.days': declare(
    'Working days within which each stage of a disagreement about a plan is answered',
    z.int('Enter a whole number').min(1, 'Enter 1 or more').max(20, 'Enter 20 or fewer'),
    5,
  ),
  'dispute.stages': declare(
    'To whom a disagreement about a plan goes, stage by stage',
    z.object({ first: line.min(1), second: line.min(1), third: line.min(1) }),
    { first: 'Team manager', second: 'Service leader', third: 'Head of service' },
  ),
  'invited.limits': declare(
    'How long an invitation to sign in stands, and an invited account until it is renewed',
    z.object({ hours: number(1, 336), days: number(1, 366) }),
    { hours: 72, days: 90 },
  ),
  'display.words': declare(
    'The words that the authority uses; codes of law and returns stay as they are',
    z.partialRecord(z.enum(words), line.min(1)),
    {},
  ),
  'authority.theme': declare(
    'Colour of the header, dark enough for white words',
    z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'Enter a colour like #00539f') }),
    { colour: '#1d3c5c' },
  ),
  'authority.details': declare(
    'How families and colleagues reach the authority; stands on letters and help pages',
    z.object({
      telephone: line,
      outOfHoursTelephone: line,
      email: line,
      address: z.string().trim().max(500),
    }),
    { telephone: '', outOfHoursTelephone: '', email: '', address: '' },
  ),
  clocks: declare(
    'When enacted law began here, and the authority’s own, stricter limits',
    clockSettingsShape,
    {
      commencements: [],
      localValues: [],
    },
  ),
} as const

export type SettingKey = keyof typeof declaredSettings

export type SettingValue<Key extends SettingKey> = (typeof declaredSettings)[Key]['fallback']
