import type { Fact } from '../chronicle/tables.ts'

/** Whom the work is with, and its strands. */
export type Who = 'effie' | 'robin' | 'mother' | 'father'
export type StrandKey = 'low' | 'drinking' | 'harmed' | 'harms'

type Session = Fact<'practice_session'>

/** Each strand: whose need, noted when and by whom, and what the work is for. Days are before today. */
export const strandLines: readonly {
  readonly key: StrandKey
  readonly who: Who
  readonly need: Fact<'need'>['kind']
  readonly described: string
  readonly noted: number
  readonly notedBy: Fact<'need'>['noted_by_discipline']
  readonly discipline: Session['discipline']
  readonly side: NonNullable<Fact<'strand'>['works_with']> | null
  readonly contact: number
  readonly aim: string
}[] = [
  {
    key: 'low',
    who: 'mother',
    need: 'mental_health',
    described: 'Low since Robin was born; some days she does not get up',
    noted: 70,
    notedBy: 'health_visiting',
    discipline: 'mental_health',
    side: null,
    contact: 41,
    aim: 'Carys is up and dressed before the children on school days',
  },
  {
    key: 'drinking',
    who: 'mother',
    need: 'substance_misuse',
    described: 'Drinks alone in the evenings',
    noted: 50,
    notedBy: 'social_work',
    discipline: 'substance_misuse',
    side: null,
    contact: 38,
    aim: 'No drinking while the children are at home',
  },
  {
    key: 'harmed',
    who: 'mother',
    need: 'domestic_abuse',
    described: 'Harmed by the children’s father',
    noted: 50,
    notedBy: 'police',
    discipline: 'domestic_abuse',
    side: 'victim',
    contact: 42,
    aim: 'Carys has a plan that she trusts for herself and the children',
  },
  {
    key: 'harms',
    who: 'father',
    need: 'domestic_abuse',
    described: 'Has harmed the children’s mother',
    noted: 50,
    notedBy: 'police',
    discipline: 'domestic_abuse',
    side: 'perpetrator',
    contact: 40,
    aim: 'Dean sees the children without frightening their mother',
  },
]

/** What each practitioner wrote, once. */
export const sessionLines: readonly {
  readonly strand: StrandKey
  readonly days: number
  readonly time: string
  readonly words: string
  readonly said?: string
  readonly kind?: Session['kind']
  readonly readiness?: number
  readonly talk?: readonly string[]
  readonly modules?: readonly number[]
  readonly isSignificant?: true
}[] = [
  {
    strand: 'harmed',
    days: 42,
    time: '10:30',
    words: 'First meeting, at the centre. We talked about what she does when he rings, and whom she calls.',
    said: 'I check the lock three times and then Effie checks it.',
    isSignificant: true,
  },
  {
    strand: 'low',
    days: 41,
    time: '11:00',
    words: 'Carys told me how the days go. Mornings are the worst; Effie gets Robin dressed.',
    said: 'I hear them and I cannot make my legs go.',
  },
  {
    strand: 'harms',
    days: 40,
    time: '14:00',
    words:
      'Dean came, late. He spoke of the children and not of what he did. He agreed to the next appointment.',
  },
  {
    strand: 'drinking',
    days: 38,
    time: '13:15',
    words: 'We went through a usual week. She drinks from eight, when the children are in bed, to sleep.',
    said: 'It is the only quiet I get.',
    readiness: 3,
    talk: ['desire'],
  },
  {
    strand: 'drinking',
    days: 30,
    time: '13:15',
    words: 'She kept the diary for five days. Two evenings without, both when her sister rang.',
    readiness: 4,
    talk: ['desire', 'ability'],
    modules: [1],
  },
  {
    strand: 'low',
    days: 27,
    time: '11:00',
    words: 'We planned three mornings. She chose the smallest step: feet on the floor when the alarm goes.',
    modules: [1],
  },
  {
    strand: 'harmed',
    days: 26,
    time: '10:30',
    words: 'The safety plan is written and she keeps it with her sister. The school knows who may collect.',
  },
  {
    strand: 'drinking',
    days: 22,
    time: '13:15',
    words: 'A hard week: he rang twice. She drank on both evenings and told me before I asked.',
    readiness: 4,
    talk: ['reason', 'need'],
  },
  {
    strand: 'drinking',
    days: 15,
    time: '13:15',
    words: 'Four evenings without. She poured the rest away with her sister on the telephone.',
    said: 'I want them to wake up to me.',
    readiness: 6,
    talk: ['commitment', 'taking_steps'],
    modules: [2],
    isSignificant: true,
  },
  {
    strand: 'low',
    days: 12,
    time: '11:00',
    words:
      'Up before the children on six of ten school days. She walks them to school and sits on the wall after.',
  },
  {
    strand: 'harmed',
    days: 11,
    time: '10:30',
    kind: 'telephone',
    words: 'She is well. He has not rung for nine days; her number is changed.',
  },
  {
    strand: 'drinking',
    days: 8,
    time: '13:15',
    words: 'One evening with drink in the week, after the letter from the landlord.',
    readiness: 5,
    talk: ['reason', 'ability'],
    modules: [2],
  },
  {
    strand: 'low',
    days: 2,
    time: '11:00',
    kind: 'joint_visit',
    words: 'At home with the recovery worker. The kitchen is bright and the curtains were open.',
  },
  {
    strand: 'drinking',
    days: 2,
    time: '11:00',
    kind: 'joint_visit',
    words:
      'At home with the mental health practitioner. Eight days without. She has asked about the group on Thursdays.',
    said: 'Effie counts my mornings now. I count them too.',
    readiness: 7,
    talk: ['commitment', 'activation', 'taking_steps'],
    modules: [3],
  },
]

/** Summaries that were shared with the team. */
export const summaryLines: readonly {
  readonly strand: StrandKey
  readonly days: number
  readonly words: string
}[] = [
  {
    strand: 'drinking',
    days: 20,
    words:
      'Carys keeps a diary and tells the truth in it. She drinks less, and never before the children sleep. His calls are what makes a week hard. For the children: she is awake when they are, on more days than not.',
  },
  {
    strand: 'low',
    days: 19,
    words:
      'Small steps in the mornings, chosen by her. She is low and not a danger to herself. For the children: Effie need not dress Robin on most days.',
  },
  {
    strand: 'harmed',
    days: 18,
    words:
      'Her safety plan is written and shared with those who need it. She trusts the police officer whom she met.',
  },
]

export const moduleLines: readonly {
  readonly who: Who
  readonly module: number
  readonly state: Fact<'module_progress'>['state']
  readonly days: number
}[] = [
  { who: 'mother', module: 1, state: 'begun', days: 30 },
  { who: 'mother', module: 1, state: 'finished', days: 16 },
  { who: 'mother', module: 2, state: 'begun', days: 15 },
  { who: 'mother', module: 3, state: 'planned', days: 2 },
  { who: 'father', module: 1, state: 'planned', days: 40 },
]

export const measureLines: readonly {
  readonly who?: Who
  readonly measure: string
  readonly value: number
  readonly days: number
  readonly source: string
}[] = [
  { measure: 'drinking', value: 62, days: 47, source: 'Asked at the assessment' },
  { measure: 'drinking', value: 38, days: 15, source: 'Her diary' },
  { measure: 'drinking', value: 20, days: 2, source: 'Her diary' },
  { measure: 'mental_health', value: 18, days: 47, source: 'Questionnaire' },
  { measure: 'mental_health', value: 12, days: 12, source: 'Questionnaire' },
  { measure: 'police', value: 3, days: 47, source: 'Told by police' },
  { measure: 'police', value: 0, days: 4, source: 'Told by police' },
  { who: 'effie', measure: 'attendance', value: 71, days: 46, source: 'Told by the school' },
  { who: 'effie', measure: 'attendance', value: 84, days: 21, source: 'Told by the school' },
  { who: 'effie', measure: 'attendance', value: 95, days: 3, source: 'Told by the school' },
]

type Said = Pick<Fact<'family_feedback'>, 'occasion' | 'outcome' | 'came_by' | 'score' | 'words' | 'why_not'>
export const feedbackLines: readonly (Said & { readonly who: Who; readonly days: number })[] = [
  {
    who: 'mother',
    days: 39,
    occasion: 'plan',
    outcome: 'given',
    came_by: 'spoken',
    score: 3,
    words: 'There are a lot of you. I like that you know each other.',
    why_not: null,
  },
  {
    who: 'father',
    days: 39,
    occasion: 'plan',
    outcome: 'not_given',
    came_by: null,
    score: null,
    words: null,
    why_not: null,
  },
  {
    who: 'mother',
    days: 4,
    occasion: 'review',
    outcome: 'given',
    came_by: 'paper',
    score: 4,
    words: 'You came when you said you would.',
    why_not: null,
  },
  {
    who: 'father',
    days: 4,
    occasion: 'review',
    outcome: 'not_asked',
    came_by: null,
    score: null,
    words: null,
    why_not: 'He did not come, and nobody has rung him since',
  },
]
