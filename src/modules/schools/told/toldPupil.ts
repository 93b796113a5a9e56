/** Sessions of a pupil in one period: a week, a half term, or the school year of a transfer file. */
export type ToldAttendance = {
  /** An earlier school, as the teller names it; null: the teller's own. */
  readonly about: string | null
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly possible: number
  readonly authorised: number
  readonly unauthorised: number
  /** Sessions by code of the register: B, C, E, I and so on. */
  readonly codes: Readonly<Record<string, number>>
}

/** A time on a school's roll. */
export type ToldEnrolment = {
  readonly about: string | null
  readonly entered: Temporal.PlainDate
  readonly left: Temporal.PlainDate | null
  readonly because: string | null
  /** Where a leaver went: another school of the country's register, elsewhere, or nobody knows. */
  readonly wentTo: 'school' | 'outside' | 'unknown' | null
}

/** What a school tells of one pupil: enough to find the child, and no more of them than is kept. */
export type ToldPupil = {
  /** The unique pupil number and former ones, in capitals; of a file perhaps none. */
  readonly numbers: readonly string[]
  readonly born?: Temporal.PlainDate
  readonly given?: string
  readonly family?: string
  readonly attendance: readonly ToldAttendance[]
  /** Left out where only attendance is told. */
  readonly enrolments?: readonly ToldEnrolment[]
}
