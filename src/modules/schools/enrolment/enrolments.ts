import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { denseTable, formatDate, type Html, html, nothing, tag } from '#ui'

/** A time on a school's roll, as a school told it. */
export type Enrolment = {
  readonly toldBy: string
  readonly about: string | null
  readonly entered: Temporal.PlainDate
  readonly left: Temporal.PlainDate | null
  readonly because: string | null
  readonly wentTo: 'school' | 'outside' | 'unknown' | null
}

/** Schools at which a child was, the latest first. */
export async function enrolmentsOf(work: Work, personId: Uuid): Promise<readonly Enrolment[]> {
  const { rows } = await sql<Enrolment>`
    select o.name as "toldBy", e.about_school as about, e.entered_on as entered, e.left_on as "left", e.left_because as because, e.went_to as "wentTo"
    from school_enrolment e join organisation o on o.id = e.school_id where e.person_id = ${personId}
    order by e.entered_on desc, e.id limit 30`.execute(work.db())
  return rows
}

const destinations = {
  school: 'Another school',
  outside: 'Outside the country’s maintained schools',
} as const

/** A table of them; a child who left for nowhere that is known stands out. */
export const enrolmentsHtml = (
  times: readonly Enrolment[],
): Html => html`<h2 class="govuk-heading-m">Schools</h2>
${denseTable({
  caption: 'As schools told it',
  captionClasses: 'govuk-table__caption--s',
  head: ['School', 'From', 'To', 'Went to', 'Source'].map(text => ({ text })),
  rows: times.map(one => [
    { text: one.about ?? one.toldBy },
    { text: formatDate(one.entered) },
    {
      html:
        one.left === null
          ? html`Still there`
          : html`${formatDate(one.left)}${one.because === null ? nothing : html`<br>${one.because}`}`,
    },
    { html: wentHtml(one) },
    { text: one.toldBy },
  ]),
})}`

function wentHtml({ wentTo }: Enrolment): Html {
  if (wentTo === null) return nothing
  if (wentTo !== 'unknown') return html`${destinations[wentTo]}`
  return tag({ text: 'Nobody knows', classes: 'govuk-tag--red' })
}
