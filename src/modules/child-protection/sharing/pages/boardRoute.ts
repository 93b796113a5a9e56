import { z } from 'zod'
import { recordReaders } from '#modules/casework'
import type { NavigationItem, Reply } from '#platform/http'
import { route } from '#platform/http'
import { denseTable, type Html, html, raw } from '#ui'
import { type TimeGiven, timeGiven } from '../queries/timeGiven.ts'

const MONTHS = 12

/** `/sharing`: of the families' people at conferences, how many had their time, by team and by month, drawn and in numbers. */
export const boardRoute = route({
  method: 'GET',
  url: '/sharing',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'The share of people who had a report in time for their conference, by team',
  query: z
    .object({ months: z.coerce.number().int().min(1).max(36).optional(), csv: z.literal('yes').optional() })
    .catch({}),
  async handle({ work, query }): Promise<Reply> {
    const months = query.months ?? MONTHS
    const rows = await timeGiven(work, work.today.subtract({ months }), work.today.add({ months: 1 }))
    if (query.csv !== undefined)
      return {
        kind: 'csv',
        fileName: 'sharing.csv',
        header: ['Team', 'Month', 'People', 'In time', 'Late', 'Not shared'],
        rows: rows.map(one => [one.team, one.month, one.people, one.inTime, one.late, one.never]),
        shown: 'nothing',
      }
    const teams = [...Map.groupBy(rows, ({ team }) => team)].map(([team, of]) => ({ ...sum(of), team }))
    const all = sum(rows)
    return {
      kind: 'page',
      title: 'Reports shared in time',
      current: '/sharing',
      content: html`<h1 class="govuk-heading-l">Reports shared in time</h1>
<p class="govuk-body">People of the family who were to have the report before a conference, in the last ${months} months and the next one: how many had all their clear working days.</p>
<form method="get" action="/sharing" class="kith-no-print"><div class="govuk-form-group"><label class="govuk-label" for="months">Months</label><input class="govuk-input govuk-input--width-3" id="months" name="months" inputmode="numeric" value="${months}"></div><button class="govuk-button govuk-button--secondary">Show</button></form>
${
  rows.length === 0
    ? html`<p class="govuk-body">No conference in this time that you may read of.</p>`
    : html`<p class="govuk-body"><strong>${share(all)} of ${all.people} people had their time.</strong> <a class="govuk-link" href="/sharing?months=${months}&csv=yes">Download (CSV)</a></p>
${bars(teams)}
${denseTable({ caption: 'By team', head: [{ text: 'Team' }, { text: 'People' }, { text: 'In time' }, { text: 'Late' }, { text: 'Not shared yet' }, { text: 'Share' }], firstCellIsHeader: true, rows: teams.map(one => [{ text: one.team }, { text: `${one.people}` }, { text: `${one.inTime}` }, { text: `${one.late}` }, { text: `${one.never}` }, { text: share(one) }]) })}`
}`,
      shown: 'nothing',
    }
  },
})

export const sharingNavigation: readonly NavigationItem[] = [
  { text: 'Sharing', href: '/sharing', order: 46, classes: ['practitioner', 'duty', 'director'] },
]

type Sum = Pick<TimeGiven, 'people' | 'inTime' | 'late' | 'never'>
const sum = (rows: readonly Sum[]): Sum =>
  rows.reduce(
    (one, other) => ({
      people: one.people + other.people,
      inTime: one.inTime + other.inTime,
      late: one.late + other.late,
      never: one.never + other.never,
    }),
    { people: 0, inTime: 0, late: 0, never: 0 },
  )
const share = ({ people, inTime }: Sum): string =>
  people === 0 ? '-' : `${Math.round((100 * inTime) / people)}%`

/** A bar a team; the table below says the same. */
function bars(teams: readonly (Sum & { readonly team: string })[]): Html {
  const rows = teams.map(
    one =>
      html`<tr><th scope="row" class="govuk-table__header">${one.team}</th><td class="govuk-table__cell">${raw(`<svg viewBox="0 0 200 16" width="200" height="16" role="img" aria-label="${share(one)} in time"><rect width="200" height="16" fill="#b1b4b6"/><rect width="${one.people === 0 ? 0 : Math.round((200 * one.inTime) / one.people)}" height="16" fill="#00703c"/></svg>`)}</td></tr>`,
  )
  return html`<table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">Share in time by team, drawn</caption><tbody>${rows}</tbody></table>`
}
