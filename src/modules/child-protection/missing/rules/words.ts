/** M and A of the return on children looked after. */
export const absenceKinds = {
  missing: 'Missing: nobody knows where the child is',
  away: 'Away without authorisation: it is known where the child is, and they should not be there',
} as const
export const shortKinds = { missing: 'Missing', away: 'Away without authorisation' } as const

/** Where the child went from. */
export const leftFrom = {
  home: 'Home',
  placement: 'Where they live in care',
  relative: 'Somebody of the family',
  school: 'School or college',
  other: 'Somewhere else',
} as const

/** As the police grade the risk to somebody missing. */
export const missingRisks = {
  no_apparent: 'No apparent risk',
  low: 'Low: harm is possible and unlikely',
  medium: 'Medium: harm is likely and not serious',
  high: 'High: serious harm is likely',
} as const
export const shortRisks = {
  no_apparent: 'No apparent risk',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
} as const

export const foundHow = {
  came_back: 'Came back alone',
  family: 'Found by family or friends',
  carer: 'Found by carers',
  police: 'Found by police',
  worker: 'Found by a worker',
  other: 'Some other way',
} as const

export const returnedTo = {
  home: 'Home',
  placement: 'Where they live in care',
  relative: 'Somebody of the family',
  hospital: 'Hospital',
  police: 'Police station',
  other: 'Somewhere else',
} as const

export const entryKinds = {
  action: 'Something was done',
  sighting: 'The child was seen or heard of',
  report: 'Somebody else reported it',
} as const

export const interviewAnswers = { accepted: 'Said yes', refused: 'Said no' } as const

/** What a child goes away from. */
export const pushFactors = {
  arguments: 'Arguments at home or where they live',
  harm_at_home: 'Being hurt or frightened there',
  unhappy_placement: 'Unhappy where they live in care',
  moved: 'Moved too often, or far away',
  boundaries: 'Rules that they find unfair',
  school: 'Bullied, or trouble at school',
  mental_health: 'Feeling low, anxious or unwell',
  not_heard: 'Nobody listens',
  other_push: 'Something else',
} as const

/** What a child goes to. */
export const pullFactors = {
  family: 'Being with family',
  friends: 'Being with friends',
  partner: 'A boyfriend or girlfriend',
  exploited: 'People who use them, for sex, drugs, money or crime',
  online: 'Somebody met online',
  substances: 'Alcohol or drugs',
  debts: 'Debts, or being threatened',
  freedom: 'Freedom, or time alone',
  other_pull: 'Something else',
} as const

/** A code in words; the code itself where it is not one of ours. */
export const inWords = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code
