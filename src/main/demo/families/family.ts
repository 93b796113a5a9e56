import type { Uuid } from '#platform/ids'
import type { School } from '../county/county.ts'
import type { Sex } from './names.ts'

type Day = Temporal.PlainDate

export type Child = {
  readonly id: Uuid
  /** The authority's own number for the child. */
  readonly childId: string
  readonly given: string
  readonly sex: Sex
  /** Of a child expected when they became known: the day of birth, once born. */
  readonly born: Day
  readonly wasUnborn: boolean
  /** When the record first knew of the child. */
  readonly knownAt: Temporal.Instant
  readonly school: School | null
}

export type Adult = {
  readonly id: Uuid
  readonly given: string
  readonly part: 'mother' | 'father' | 'step_parent' | 'grandparent'
  readonly livesAtHome: boolean
}

/** What weighs on the family: notes, factors and categories follow from it. */
export type Trouble =
  | 'domestic_abuse'
  | 'mental_health'
  | 'substances'
  | 'neglect'
  | 'harm_outside_home'
  | 'disability'

export type Family = {
  readonly id: Uuid
  readonly reference: string
  readonly areaIndex: number
  readonly children: readonly Child[]
  readonly adults: readonly Adult[]
  readonly troubles: readonly Trouble[]
  readonly interpreter: string | null
}

/** Whole years on a day; less than nothing before birth. */
export function ageOn(child: Child, day: Day): number {
  return Temporal.PlainDate.compare(day, child.born) < 0
    ? -1
    : child.born.until(day, { largestUnit: 'year' }).years
}
