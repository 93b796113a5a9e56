import { z } from 'zod'
import { recordReaders } from '#modules/casework'
import type { NavigationItem, Reply } from '#platform/http'
import { route } from '#platform/http'
import { denseTable, html } from '#ui'
import { timeGiven } from '../queries/timeGiven.ts'
import { byTeam, share, shareBars, sumOf } from './shareHtml.ts'

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
    const teams = byTeam(rows)
    const all = sumOf(rows)
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
${shareBars(teams)}
${denseTable({ caption: 'By team', head: [{ text: 'Team' }, { text: 'People' }, { text: 'In time' }, { text: 'Late' }, { text: 'Not shared yet' }, { text: 'Share' }], firstCellIsHeader: true, rows: teams.map(one => [{ text: one.team }, { text: `${one.people}` }, { text: `${one.inTime}` }, { text: `${one.late}` }, { text: `${one.never}` }, { text: share(one) }]) })}`
}`,
      shown: 'nothing',
    }
  },
})

export const sharingNavigation: readonly NavigationItem[] = [
  { text: 'Sharing', href: '/sharing', order: 46, classes: ['practitioner', 'duty', 'director'] },
]
