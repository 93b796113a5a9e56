/** Whom a multi-agency child protection team has at least (Children Act 2004 s.16EA), and whoever else it needs. */
export const disciplines = {
  education: 'Education, nominated by the authority',
  social_work: 'Social worker, nominated by the authority',
  health: 'Registered health professional, nominated by the integrated care board',
  police: 'Police, nominated by the chief officer',
  other: 'Another',
} as const
export type Discipline = keyof typeof disciplines

/** Without these a team is not what the Act asks for. */
export const required = [
  'education',
  'social_work',
  'health',
  'police',
] as const satisfies readonly Discipline[]

export const shortDiscipline: Readonly<Record<Discipline, string>> = {
  education: 'Education',
  social_work: 'Social work',
  health: 'Health',
  police: 'Police',
  other: 'Other',
}

type Dated = { readonly startedOn: Temporal.PlainDate; readonly endedOn: Temporal.PlainDate | null }

/** First and last day both count. */
export const isDuring = ({ startedOn, endedOn }: Dated, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(startedOn, day) <= 0 &&
  (endedOn === null || Temporal.PlainDate.compare(day, endedOn) <= 0)

/** The disciplines that a team lacks on a day. */
export const missingDisciplines = (
  members: readonly (Dated & { readonly discipline: Discipline })[],
  day: Temporal.PlainDate,
): readonly Discipline[] =>
  required.filter(asked => !members.some(one => one.discipline === asked && isDuring(one, day)))
