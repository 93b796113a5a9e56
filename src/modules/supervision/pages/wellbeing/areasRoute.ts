import { z } from 'zod'
import { areas, rolesOf } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { barChart, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { type AreaWellbeing, wellbeingByArea } from '../../queries/wellbeing.ts'
import { common } from '../common.ts'

const query = z.object({
  quarter: z
    .string()
    .regex(/^20\d\d-(01|04|07|10)-01$/)
    .optional()
    .catch(undefined),
  format: z.enum(['csv']).optional().catch(undefined),
})

const QUARTERS_OFFERED = 8

/** First days of the quarters that are over, the last first. */
function quartersOver(today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const month = Math.floor((today.month - 1) / 3) * 3 + 1
  const current = Temporal.PlainDate.from({ year: today.year, month, day: 1 })
  return Array.from({ length: QUARTERS_OFFERED }, (_, at) => current.subtract({ months: 3 * (at + 1) }))
}

/** `/supervision/wellbeing/areas`: numbers alone, for directors and leaders of areas. */
export const areasRoute = route({
  ...common,
  method: 'GET',
  url: '/supervision/wellbeing/areas',
  summary: 'Wellbeing in numbers, by service area and quarter',
  query,
  async handle({ work, query: asked }): Promise<Reply> {
    if (work.actor.class !== 'director' && !(await rolesOf(work, work.actor.id)).has('service_leader'))
      return {
        kind: 'forbidden',
        ask: 'Numbers of wellbeing are for directors and leaders of service areas.',
      }
    const over = quartersOver(work.today)
    const quarter = asked.quarter === undefined ? over[0] : Temporal.PlainDate.from(asked.quarter)
    if (quarter === undefined) throw new Error('There is always a quarter that is over')
    const names = new Map((await areas(work)).map(({ id, name }) => [id, name]))
    const rows = (await wellbeingByArea(work, quarter)).map(row => ({
      ...row,
      name: row.areaId === null ? 'All areas' : (names.get(row.areaId) ?? 'An area that is closed'),
    }))
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'wellbeing.csv',
        header: ['Service area', 'Workers who answered', 'Mean, 1 to 5'],
        rows: rows.map(({ name, checks, mean }) => [name, checks ?? 'fewer than five', mean ?? '']),
        shown: 'nothing',
      }
    return {
      kind: 'page',
      title: 'Wellbeing in numbers',
      current: '/supervision',
      back: '/supervision',
      content: content(rows, quarter, over, work.knownAt !== null),
      shown: 'nothing',
    }
  },
})

type Row = AreaWellbeing & { readonly name: string }

function content(
  rows: readonly Row[],
  quarter: Temporal.PlainDate,
  over: readonly Temporal.PlainDate[],
  isPast: boolean,
): Html {
  const words = (day: Temporal.PlainDate) =>
    `${formatDate(day)} to ${formatDate(day.add({ months: 3 }).subtract({ days: 1 }))}`
  const told = rows.filter(({ mean }) => mean !== null)
  return html`<h1 class="govuk-heading-l">Wellbeing in numbers</h1>
  <p class="govuk-body">${words(quarter)}: what workers last said of how they are at work, from 1 to 5. Nobody’s own answer is here. Where fewer than five kept theirs to themselves there is no number, nor where one could be worked out from the others.</p>
  ${isPast ? html`<p class="govuk-body">Numbers of wellbeing are not told as at a past moment.</p>` : nothing}
  ${rows.length === 0 ? html`<p class="govuk-body">Nobody answered in this quarter, or it is not over yet.</p>` : nothing}
  ${
    told.length === 0
      ? nothing
      : barChart({
          id: 'wellbeing',
          title: 'Mean wellbeing by service area',
          description: told.map(({ name, mean }) => `${name}: ${mean}`).join('. '),
          labelHeading: 'Service area',
          valueHeading: 'Mean, 1 to 5',
          bars: told.map(({ name, mean }) => ({ label: name, value: mean ?? 0 })),
        })
  }
  ${
    rows.length === 0
      ? nothing
      : denseTable({
          caption: 'Workers who answered, by service area',
          captionClasses: 'govuk-table__caption--s',
          firstCellIsHeader: true,
          head: ['Service area', 'Workers who answered', 'Mean'].map(text => ({ text })),
          rows: rows.map(({ name, checks, mean }) => [
            { text: name },
            { text: checks === null ? 'Too few to tell' : String(checks) },
            { text: mean === null ? '' : String(mean) },
          ]),
        })
  }
  <p class="govuk-body"><a class="govuk-link" href="?quarter=${quarter.toString()}&amp;format=csv">Download these numbers (CSV)</a></p>
  <h2 class="govuk-heading-m">Other quarters</h2>
  <ul class="govuk-list">${over.map(day => html`<li><a class="govuk-link" href="?quarter=${day.toString()}">${words(day)}</a></li>`)}</ul>`
}
