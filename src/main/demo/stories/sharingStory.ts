import type { Uuid } from '#platform/ids'
import type { Teller } from '../teller.ts'

/** What writes the papers of a conference, once its people are written and access is in line. */
export type SharingStory = {
  readonly teller: Teller
  readonly people: Readonly<Record<'juno' | 'silas' | 'pip' | 'mother' | 'father' | 'carer', Uuid>>
  readonly worker: Uuid
  readonly manager: Uuid
  readonly chair: Uuid
  readonly administrator: Uuid
  readonly plannedAt: Temporal.Instant
  readonly writtenOn: Temporal.PlainDate
  readonly sentOn: Temporal.PlainDate
  /** Where one of the children goes since they fled. */
  readonly school: string
}

export type Who = keyof SharingStory['people']

/** A part of the report, with those who are given it; everybody else is withheld it for the reason. */
export type ToldPart = {
  readonly heading: string
  readonly words: string
  readonly about: readonly Who[]
  readonly source: 'own_work' | 'agency' | 'family' | 'child' | 'member_of_public'
  readonly isThirdParty?: true
  readonly isSafety?: true
  readonly to: readonly Who[]
  readonly ground: 'safety' | 'third_party' | 'not_theirs' | 'age'
  readonly line?: { readonly who: string; readonly of: Who | null; readonly inDays: number }
  readonly pairs?: readonly {
    readonly words: string
    readonly picture: 'visit' | 'listen' | 'safe' | 'meeting' | 'school'
  }[]
}

const adults: readonly Who[] = ['mother', 'father', 'carer']
const all: readonly Who[] = []

/** The report, as the worker wrote it and decided whom each part is for. */
export const reportParts = (school: string): readonly ToldPart[] => [
  {
    heading: 'Why we meet',
    words:
      'Police came to your home twice in one month. The children heard shouting and saw things thrown. We want to agree how they are kept safe.',
    about: all,
    source: 'own_work',
    to: adults,
    ground: 'not_theirs',
  },
  {
    heading: 'What goes well',
    words:
      'The children are loved. They are clean, fed and at school on time. Their grandmother is there when she is needed.',
    about: all,
    source: 'own_work',
    to: adults,
    ground: 'not_theirs',
  },
  {
    heading: 'The night you left',
    words: 'You rang the police from the bathroom. You took the children out by the back door with one bag.',
    about: all,
    source: 'own_work',
    to: ['mother'],
    ground: 'safety',
  },
  {
    heading: 'What the new school says',
    words: `${school} says that Silas is settling in. He draws a lot and has one friend.`,
    about: ['silas'],
    source: 'agency',
    to: ['mother'],
    ground: 'safety',
  },
  {
    heading: 'What your father-in-law’s neighbour told us',
    words: 'Somebody living near heard a man shout most nights in the spring.',
    about: all,
    source: 'member_of_public',
    isThirdParty: true,
    to: [],
    ground: 'third_party',
  },
  {
    heading: 'What you told us',
    words:
      'You told us that you were under strain and that you are sorry. You want to see the children every week.',
    about: all,
    source: 'family',
    to: ['father'],
    ground: 'not_theirs',
  },
  {
    heading: 'Pip',
    words: 'Pip is three. He grows well. He wakes at night and wants somebody near him.',
    about: ['pip'],
    source: 'own_work',
    to: adults,
    ground: 'not_theirs',
  },
  {
    heading: 'What Juno told us',
    words:
      'You told us: “I want people to stop asking me to choose. I want to sit my exams.” We wrote it as you said it.',
    about: ['juno'],
    source: 'child',
    to: ['juno', 'mother'],
    ground: 'not_theirs',
  },
  {
    heading: 'What we want to do for you, Juno',
    words:
      'You keep one worker, Rowan. You choose what is said of you at the meeting. You can come for all of it, or for a part.',
    about: ['juno'],
    source: 'own_work',
    to: ['juno', 'mother', 'carer'],
    ground: 'not_theirs',
  },
  {
    heading: 'For Silas',
    words:
      'Rowan comes to see you every week. You told Rowan that you like to draw. The grown-ups have a meeting to keep you safe.',
    about: ['silas'],
    source: 'own_work',
    to: ['silas', 'mother', 'carer'],
    ground: 'age',
    pairs: [
      { words: 'Rowan comes to see you every week.', picture: 'visit' },
      { words: 'You told Rowan things. Rowan listened.', picture: 'listen' },
      { words: 'The grown-ups have a meeting.', picture: 'meeting' },
      { words: 'They want you to be safe.', picture: 'safe' },
    ],
  },
  {
    heading: 'Where they are',
    words: 'They live at the refuge. The school office knows the password for collecting Silas.',
    about: all,
    source: 'own_work',
    isSafety: true,
    to: [],
    ground: 'safety',
  },
]

/** What the plan asks and promises, line by line. */
export const planParts: readonly ToldPart[] = [
  {
    heading: 'Safe from shouting and blows',
    words: 'See the children at the family centre on Saturdays, and nowhere else',
    about: all,
    source: 'own_work',
    to: adults,
    ground: 'not_theirs',
    line: { who: 'Bastian Quarrendale', of: 'father', inDays: 14 },
  },
  {
    heading: 'Safe from shouting and blows',
    words: 'Tell Rowan before anything about money or the house is agreed',
    about: all,
    source: 'own_work',
    to: ['mother'],
    ground: 'safety',
    line: { who: 'Orla Larkenshaw', of: 'mother', inDays: 14 },
  },
  {
    heading: 'Somebody for the children',
    words: 'Have Juno to stay on Fridays',
    about: ['juno'],
    source: 'own_work',
    to: ['mother', 'carer', 'juno'],
    ground: 'not_theirs',
    line: { who: 'Nerys Larkenshaw', of: 'carer', inDays: 10 },
  },
  {
    heading: 'Somebody for the children',
    words: 'Come every week and see each child alone',
    about: all,
    source: 'own_work',
    to: adults,
    ground: 'not_theirs',
    line: { who: 'Rowan Ashbrigg', of: null, inDays: 7 },
  },
  {
    heading: 'Help to change',
    words: 'Go to the group for fathers each Tuesday',
    about: all,
    source: 'own_work',
    to: ['father'],
    ground: 'not_theirs',
    line: { who: 'Bastian Quarrendale', of: 'father', inDays: 21 },
  },
]
