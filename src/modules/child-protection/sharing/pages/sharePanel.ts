import type { PeoplePanel } from '#modules/people'
import { html } from '#ui'
import { timeGiven } from '../queries/timeGiven.ts'
import { byTeam, share, shareBars, sumOf } from './shareHtml.ts'

const MONTHS = 12

/** On the director's first page: the share of the family's people who had the report with time to prepare, by team. */
export const sharePanel: PeoplePanel = async work => {
  if (work.actor.class !== 'director') return null
  const rows = await timeGiven(work, work.today.subtract({ months: MONTHS }), work.today.add({ months: 1 }))
  const all = sumOf(rows)
  return html`<h2 class="govuk-heading-m">Reports shared in time</h2>
${
  all.people === 0
    ? html`<p class="govuk-body">No conference of the last ${MONTHS} months is counted${work.knownAt === null ? '' : ': it is counted as of today alone'}.</p>`
    : html`<p class="govuk-body"><strong>${share(all)} of ${all.people} people</strong> of the families had the report with all their clear working days before a conference, in the last ${MONTHS} months and the next one.</p>
${shareBars(byTeam(rows))}`
}
<p class="govuk-body"><a class="govuk-link" href="/sharing">Reports shared in time, by team</a></p>`
}
