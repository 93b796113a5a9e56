import type { Fact } from '../../chronicle/tables.ts'
import type { Trouble } from '../../families/family.ts'

type Discipline = Fact<'practice_session'>['discipline']

/** What a team does about a trouble of the adults: which need it is, whose post it is, and what is written of it. */
export type Help = {
  readonly need: Fact<'need'>['kind'] & Discipline
  readonly role: string
  readonly side: 'victim' | null
  readonly described: readonly string[]
  readonly aims: readonly string[]
  readonly sessions: readonly string[]
  readonly said: readonly string[]
  readonly measure: Fact<'outcome_measure'>['measure']
  /** About where the measure stands before, and by how much it falls or rises in good weeks. */
  readonly scale: { readonly before: number; readonly change: number }
}

export const helps: Readonly<Partial<Record<Trouble, Help>>> = {
  mental_health: {
    need: 'mental_health',
    role: 'mental_health_practitioner',
    side: null,
    described: [
      'Low for months, and sleeps badly',
      'Frightened of going out',
      'Hears the worst in everything',
    ],
    aims: ['Up and out of the house on school days', 'Sleeps through four nights in a week'],
    sessions: [
      'We walked to the shop and back, and looked at what the body does when it is afraid.',
      'We went through the week in mornings. Two were better than the others, and we found out why.',
      'The medicine makes afternoons heavy. A letter to the surgery went with consent.',
    ],
    said: ['I went in. I stood by the bread and I did not run.', 'Tuesdays are all right now.'],
    measure: 'mental_health',
    scale: { before: 17, change: -4 },
  },
  substances: {
    need: 'substance_misuse',
    role: 'substance_misuse_practitioner',
    side: null,
    described: [
      'Drinks every evening',
      'Uses at weekends, with the children at home',
      'Drinks after quarrels',
    ],
    aims: ['Nothing while the children are at home', 'Three dry evenings in a week'],
    sessions: [
      'The diary was filled in on five days. The evenings with a plan were the dry ones.',
      'We spoke of what comes before the first glass, and of whom to ring then.',
      'A slip on Friday, told at once. We kept the goal and moved the shopping to the morning.',
    ],
    said: ['I told you before you asked.', 'If I eat first I do not want it as much.'],
    measure: 'drinking',
    scale: { before: 42, change: -14 },
  },
  domestic_abuse: {
    need: 'domestic_abuse',
    role: 'domestic_abuse_practitioner',
    side: 'victim',
    described: ['Harmed by a former partner', 'Watched and followed', 'Afraid when the door goes'],
    aims: ['A plan for safety that she trusts', 'Nobody who frightens them has a key'],
    sessions: [
      'We went through the plan for safety room by room. The neighbour knows what a ring twice means.',
      'The locks are changed. We looked at how the children are fetched from school.',
      'We spoke of what is hers to decide, and wrote it down in her words.',
    ],
    said: ['I slept with the light off.', 'It is my kitchen again.'],
    measure: 'police',
    scale: { before: 4, change: -2 },
  },
}

export const contributions = [
  'Visits are kept, and the home is calmer than a month ago.',
  'Little has moved. We ask what gets in the way before we ask for more.',
  'The children are at school more, and say why.',
]
export const decisions = ['We go on as planned.', 'We see whether mornings hold before we add anything.']
export const feedbackWords = [
  'You listened first.',
  'Too many people on one day.',
  'It was quick. I had not asked yet.',
  'I would tell my sister to say yes.',
]
export const noters = [
  'health_visiting',
  'school',
  'police',
  'social_work',
  'social_work',
  'school_nursing',
] as const
