import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { whoHasPortal } from './asking.ts'
import { cameByWords, type Feedback, feedbackOf, occasionWords, outcomeWords } from './feedback.ts'

/** `/families/:familyId/safeguarding/family`: the plan on one side of paper, and what the family says of the help. */
export const familySideRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/family',
  admits: recordReaders,
  summary: 'The family’s side: the plan in plain words, and what the family says of the help',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'The family’s side',
      resource: 'family_feedback',
      tab: 'family',
      async content(open) {
        const said = await feedbackOf(work, familyId)
        const reached = await whoHasPortal(work, [...open.shared])
        return html`<h1 class="govuk-heading-l">The family’s side</h1>
<h2 class="govuk-heading-m">The plan in plain words</h2>
<p class="govuk-body"><a class="govuk-link" href="${familyPath(familyId, '/family/plan')}">The plan of the family on one side of paper</a>: what, who and by when, from the plans of all its children.</p>
<p class="govuk-body">The plan of each child:</p>
<ul class="govuk-list govuk-list--bullet">${open.members.filter(({ role }) => role === 'child').map(({ person }) => html`<li><a class="govuk-link" href="/people/${person.id}/plan">The plan of ${person.displayName}</a></li>`)}</ul>
<h2 class="govuk-heading-m">What they say of the help</h2>
${
  open.writes && open.workbook !== null
    ? html`<div class="govuk-button-group kith-no-print">${button({ text: 'Record what they say', href: familyPath(familyId, '/family/new') })}
${reached.length > 0 ? button({ text: 'Ask in the portal', href: familyPath(familyId, '/family/ask'), classes: 'govuk-button--secondary' }) : nothing}</div>`
    : nothing
}
${said.length === 0 ? html`<p class="govuk-body">Nobody has been asked yet. Ask when the plan is made, at each review and when the case closes.</p>` : table(open, said)}`
      },
    }),
})

const table = (open: OpenFamily, said: readonly Feedback[]): Html =>
  denseTable({
    caption: 'What the family was asked and said',
    head: ['On', 'Who', 'When', 'What came of it', 'Mark', 'In their own words'].map(text => ({ text })),
    rows: said.map(one => [
      { text: formatDate(one.onDay) },
      { text: nameOf(open, one.personId) },
      { text: occasionWords[one.occasion] },
      {
        text: `${outcomeWords[one.outcome]}${one.cameBy === null ? '' : `, ${cameByWords[one.cameBy].toLowerCase()}`}${one.whyNot === null ? '' : `: ${one.whyNot}`}`,
      },
      { text: one.score === null ? '' : `${one.score} of 5` },
      { text: one.words === null ? '' : `“${one.words}”` },
    ]),
  })
