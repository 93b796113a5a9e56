import type { PostRole } from '#modules/agencies'
import { isDuring, type Span } from '../../establishment/rules/vacancy.ts'

/** Somebody in a post, as far as the census of the workforce asks. */
export type Counted = Span & {
  readonly workerId: string
  readonly role: PostRole
  readonly employment: string
  readonly fte: number
  readonly isRegistered: boolean
}

/** The year of the census: from 1 October to 30 September, or to today while it runs. */
export type CensusYear = {
  /** The year in which it ends. */
  readonly year: number
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly isOver: boolean
}

const compare = Temporal.PlainDate.compare

export function censusYear(year: number, today: Temporal.PlainDate): CensusYear {
  const end = Temporal.PlainDate.from({ year, month: 9, day: 30 })
  const isOver = compare(end, today) <= 0
  return {
    year,
    from: Temporal.PlainDate.from({ year: year - 1, month: 10, day: 1 }),
    to: isOver ? end : today,
    isOver,
  }
}

/** The year that runs on a day. */
export const yearOf = (day: Temporal.PlainDate): number => (day.month >= 10 ? day.year + 1 : day.year)

const socialWorkers: ReadonlySet<PostRole> = new Set(['social_worker', 'senior_social_worker'])
const whoManage: ReadonlySet<PostRole> = new Set([
  'team_manager',
  'duty_manager',
  'service_leader',
  'conference_chair',
])

/** A child and family social worker: by the post, or, of a manager or chair, by being registered as one. Students are none. */
export const isSocialWorker = ({ role, employment, isRegistered }: Counted): boolean =>
  employment !== 'student' && (socialWorkers.has(role) || (whoManage.has(role) && isRegistered))

/** Child and family social workers in post: agency workers are counted apart. */
export const isInPost = (one: Counted): boolean => isSocialWorker(one) && one.employment !== 'agency'
export const isAgency = (one: Counted): boolean => isSocialWorker(one) && one.employment === 'agency'

/** Posts by which somebody is in post on a day. */
export const inPostOn = <Post extends Counted>(
  posts: readonly Post[],
  on: Temporal.PlainDate,
): readonly Post[] => posts.filter(one => isInPost(one) && isDuring(one, on))

export const agencyOn = <Post extends Counted>(
  posts: readonly Post[],
  on: Temporal.PlainDate,
): readonly Post[] => posts.filter(one => isAgency(one) && isDuring(one, on))

const isWithin = (day: Temporal.PlainDate, { from, to }: CensusYear): boolean =>
  compare(day, from) >= 0 && compare(day, to) <= 0

/** Who came: in post on the first day of a post that began in the year, and not on the day before. */
export function startersIn<Post extends Counted>(posts: readonly Post[], year: CensusYear): readonly Post[] {
  const own = Map.groupBy(posts.filter(isInPost), ({ workerId }) => workerId)
  return [...own.values()].flatMap(all =>
    all.filter(
      ({ startedOn }) =>
        isWithin(startedOn, year) && !all.some(one => isDuring(one, startedOn.subtract({ days: 1 }))),
    ),
  )
}

/** Who left: in post on the last day of a post, and no longer on the day after, which is in the year. */
export function leaversIn<Post extends Counted>(posts: readonly Post[], year: CensusYear): readonly Post[] {
  const own = Map.groupBy(posts.filter(isInPost), ({ workerId }) => workerId)
  return [...own.values()].flatMap(all =>
    all.filter(({ endedOn }) => {
      const after = endedOn?.add({ days: 1 })
      return after !== undefined && isWithin(after, year) && !all.some(one => isDuring(one, after))
    }),
  )
}

const sum = (posts: readonly { readonly fte: number }[]): number =>
  Math.round(posts.reduce((total, { fte }) => total + fte, 0) * 100) / 100
const people = (posts: readonly Counted[]): number => new Set(posts.map(({ workerId }) => workerId)).size

export type Amount = { readonly headcount: number; readonly fte: number }
const amount = (posts: readonly Counted[]): Amount => ({ headcount: people(posts), fte: sum(posts) })

/**
 * A year of the workforce by the definitions of the census: https://explore-education-statistics.service.gov.uk/methodology/children-s-social-work-workforce
 */
export type YearOfWorkforce = {
  readonly year: CensusYear
  readonly inPost: Amount
  readonly agency: Amount
  readonly starters: Amount
  readonly leavers: Amount
  /** FTE of posts of social work that nobody in post fills: those that an agency worker covers are vacant too. */
  readonly vacantFte: number
  /** Percentages; null where there is nothing to divide by. */
  readonly turnover: number | null
  readonly agencyShare: number | null
  readonly vacancyRate: number | null
}

const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((1000 * part) / whole) / 10 : null

export function yearOfWorkforce(
  posts: readonly Counted[],
  year: CensusYear,
  vacantFte: number,
): YearOfWorkforce {
  const inPost = amount(inPostOn(posts, year.to))
  const agency = amount(agencyOn(posts, year.to))
  const leavers = amount(leaversIn(posts, year))
  return {
    year,
    inPost,
    agency,
    starters: amount(startersIn(posts, year)),
    leavers,
    vacantFte,
    turnover: percent(leavers.fte, inPost.fte),
    agencyShare: percent(agency.fte, agency.fte + inPost.fte),
    vacancyRate: percent(vacantFte, vacantFte + inPost.fte),
  }
}
