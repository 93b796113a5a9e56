import type { RecordSection } from '#modules/casework'
import { html, plural } from '#ui'
import { pathOf } from './pages/contributionHtml.ts'
import { agencyTie } from './queries/agencyTie.ts'
import { countContributions } from './queries/unread.ts'

/** On the child's record: that other agencies told something, and what of it nobody has read. */
export const contributionSection: RecordSection = {
  name: 'contributions',
  order: 13,
  async show(work, personId) {
    const { told, unread } = await countContributions(work, personId)
    const index = html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/who-knows">Who knows this child?</a> The organisations that hold a record, and whom to ring.</p>`
    if (told === 0)
      return html`<section id="contributions"><h2 class="govuk-heading-m">Other agencies</h2><p class="govuk-body"><a class="govuk-link" href="${pathOf(personId)}">What other agencies know, and what they are asked</a>. Nothing was told yet.</p>${index}</section>`
    const words =
      unread === 0 ? 'All of it was read.' : `${plural(unread, 'of them is', 'of them are')} not read.`
    return html`<section id="contributions"><h2 class="govuk-heading-m">Other agencies</h2>
<p class="govuk-body"><a class="govuk-link" href="${pathOf(personId)}">${plural(told, 'contribution')} of what they know</a>. ${words}</p>${index}</section>`
  },
  async offer(work, personId) {
    if ((await agencyTie(work, personId)) === null) return null
    return html`<a class="govuk-button govuk-button--secondary" href="${pathOf(personId, '/new')}" role="button" draggable="false">Tell what you know</a>`
  },
}
