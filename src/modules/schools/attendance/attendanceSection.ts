import { sql } from 'kysely'
import type { RecordSection } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { barChart, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { enrolmentsHtml, enrolmentsOf } from '../enrolment/enrolments.ts'

/** Sessions of a child in one period of a school. */
export type Attendance = {
  /** Whose word it is. */
  readonly school: string
  /** An earlier school, as that one names it; null: its own. */
  readonly about: string | null
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly possible: number
  readonly authorised: number
  readonly unauthorised: number
  readonly codes: Readonly<Record<string, number>>
}

const SHOWN = 12

/** What schools told of a child's attendance, the oldest of the last twelve periods first. */
export async function attendanceOf(work: Work, personId: Uuid): Promise<readonly Attendance[]> {
  const { rows } = await sql<Attendance>`
    select o.name as school, a.about_school as about, a.from_on as "from", a.until_on as until, a.possible, a.authorised, a.unauthorised, a.codes
    from school_attendance a join organisation o on o.id = a.school_id where a.person_id = ${personId}
    order by a.until_on desc, a.from_on desc limit ${SHOWN}`.execute(work.db())
  return rows.toReversed()
}

/** Sessions attended of a hundred that were possible. */
export const percentOf = ({ possible, authorised, unauthorised }: Attendance): number =>
  Math.round((1000 * (possible - authorised - unauthorised)) / possible) / 10

/** A period that is drawn as part of a year, and not as the year. */
const LONGEST_PART = 130

/** What can be compared: weeks and half terms, or whole years where nothing shorter was told. */
function drawn(periods: readonly Attendance[]): readonly Attendance[] {
  const parts = periods.filter(({ from, until }) => from.until(until).total({ unit: 'day' }) <= LONGEST_PART)
  return parts.length > 0 ? parts : periods
}

/** Schools of a child and how they attended, as told by schools: a strip with its table. */
export const attendanceSection: RecordSection = {
  name: 'school attendance',
  order: 46,
  async show(work, personId) {
    const periods = await attendanceOf(work, personId)
    const times = await enrolmentsOf(work, personId)
    if (periods.length === 0 && times.length === 0) return null
    return html`<section id="school">${times.length === 0 ? nothing : enrolmentsHtml(times)}${periods.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Attendance at school</h2>${strip(drawn(periods))}${table(periods)}`}</section>`
  },
}

const label = ({ from, until }: Attendance): string => `${formatDate(from)} to ${formatDate(until)}`

const strip = (periods: readonly Attendance[]): Html =>
  barChart({
    id: 'attendance-at-school',
    title: 'Sessions attended, in percent',
    description: periods.map(one => `${label(one)}: ${percentOf(one)}`).join('. '),
    labelHeading: 'Period',
    valueHeading: 'Percent',
    bars: periods.map(one => ({ label: label(one), value: percentOf(one) })),
  })

const table = (periods: readonly Attendance[]): Html =>
  denseTable({
    caption: 'As the school told it',
    captionClasses: 'govuk-table__caption--s',
    head: [
      'Period',
      'School',
      'Sessions possible',
      'Authorised absences',
      'Unauthorised absences',
      'Codes',
    ].map(text => ({ text })),
    rows: periods.toReversed().map(one => [
      { text: label(one) },
      { text: one.about === null ? one.school : `${one.about}, told by ${one.school}` },
      { text: String(one.possible) },
      { text: String(one.authorised) },
      { text: String(one.unauthorised) },
      {
        text: Object.entries(one.codes)
          .map(([code, count]) => `${code} ${count}`)
          .join(', '),
      },
    ]),
  })
