import { sql } from 'kysely'
import type { RecordSection } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { barChart, denseTable, formatDate, type Html, html } from '#ui'

/** Sessions of a child in one period of a school. */
export type Attendance = {
  readonly school: string
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
    select o.name as school, a.from_on as "from", a.until_on as until, a.possible, a.authorised, a.unauthorised, a.codes
    from school_attendance a join organisation o on o.id = a.school_id where a.person_id = ${personId}
    order by a.until_on desc, a.from_on desc limit ${SHOWN}`.execute(work.db())
  return rows.toReversed()
}

/** Sessions attended of a hundred that were possible. */
export const percentOf = ({ possible, authorised, unauthorised }: Attendance): number =>
  Math.round((1000 * (possible - authorised - unauthorised)) / possible) / 10

/** A strip of attendance on the child's page, with its table. */
export const attendanceSection: RecordSection = {
  name: 'school attendance',
  order: 46,
  async show(work, personId) {
    const periods = await attendanceOf(work, personId)
    if (periods.length === 0) return null
    return html`<section id="school-attendance"><h2 class="govuk-heading-m">Attendance at school</h2>${strip(periods)}${table(periods)}</section>`
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
      { text: one.school },
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
