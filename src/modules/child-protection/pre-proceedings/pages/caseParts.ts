import { formatDate, type Html, html, insetText, nothing } from '#ui'
import type { Offer, PreProceedings } from '../rules/preProceedings.ts'
import { answerWords, meetingWords, offerWays } from '../rules/words.ts'
import type { PageView } from './pageView.ts'
import { plainTable } from './plainTable.ts'

/** What was offered to the family, what each said, and what the family planned. */
export function familySide(of: PreProceedings, view: PageView, path: string): Html {
  return html`<h3 class="govuk-heading-s">Family group decision making</h3>
${exemption(of)}
${of.offers.length === 0 ? html`<p class="govuk-body">No meeting was offered yet.</p>` : offersTable(of.offers, view, path)}
${notAsked(of, view)}
${of.familyMeetings.map(
  one => html`<h4 class="govuk-heading-s">Met on ${formatDate(one.heldOn)}${view.mayWrite ? html` <a class="govuk-link govuk-!-font-weight-regular" href="${path}/family-meetings/${one.id}">Correct</a>` : nothing}</h4>
<dl class="govuk-summary-list">
${row('Who came', one.came)}
${one.coordinator ? row('Coordinated by', one.coordinator) : nothing}
${row('The child took part', one.childCame ? 'Yes' : 'No')}
${row('The family’s plan', one.familyPlan ?? 'The family made none')}
${row('What the authority agrees to', one.authorityAgrees)}
</dl>`,
)}`
}

const row = (key: string, text: string): Html => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value kith-typed">${text}</dd></div>`

function exemption({ exemptOn, exemptBecause }: PreProceedings): Html {
  if (exemptOn === null) return nothing
  return html`<p class="govuk-body">Not offered, decided ${formatDate(exemptOn)}: <span class="kith-typed">${exemptBecause}</span></p>`
}

function offersTable(offers: readonly Offer[], { names, mayWrite }: PageView, path: string): Html {
  const answer = ({ answer: said, answeredOn, words }: Offer): string =>
    said === null
      ? 'Not yet'
      : `${answerWords[said]}${answeredOn ? `, ${formatDate(answeredOn)}` : ''}${words ? `: ${words}` : ''}`
  return plainTable({
    caption: 'Offers',
    head: ['To', 'When', 'How', 'Answer'],
    rows: offers.map(one => [
      names.get(one.recipientId) ?? 'Somebody of the family',
      formatDate(one.offeredOn),
      offerWays[one.how],
      mayWrite
        ? html`${answer(one)} <a class="govuk-link" href="${path}/offers/${one.id}">${one.answer ? 'Change' : 'Record the answer'}<span class="govuk-visually-hidden"> of ${names.get(one.recipientId) ?? 'somebody of the family'}</span></a>`
        : answer(one),
    ]),
  })
}

/** Whoever has parental responsibility and was not asked: the law names them. */
function notAsked(of: PreProceedings, { withResponsibility, isOfferInForce }: PageView): Html {
  if (of.exemptOn !== null || of.appliedOn !== null) return nothing
  const left = withResponsibility.filter(({ id }) => of.offers.every(({ recipientId }) => recipientId !== id))
  if (left.length === 0) return nothing
  const names = left.map(({ name }) => name).join(', ')
  return insetText({
    text: `Has parental responsibility and was not offered a meeting: ${names}. ${isOfferInForce ? 'The law asks for an offer before an application.' : 'The law will ask for an offer before an application, and guidance expects it already.'}`,
  })
}

/** Meetings with the parents. */
export function meetingsTable(of: PreProceedings, { mayWrite }: PageView, path: string): Html {
  if (of.meetings.length === 0) return nothing
  const lawyer = (was: boolean | null) => (was === null ? '' : was ? 'Yes' : 'No')
  return html`<h3 class="govuk-heading-s">Meetings before proceedings</h3>
${plainTable({
  caption: 'Meetings before proceedings',
  head: ['Meeting', 'Held', 'Who came', 'Lawyer for the parents', 'Agreed'],
  rows: of.meetings.map(one => [
    mayWrite
      ? html`<a class="govuk-link" href="${path}/meetings/${one.id}">${meetingWords[one.kind]}</a>`
      : meetingWords[one.kind],
    formatDate(one.heldOn),
    one.came,
    lawyer(one.wasRepresented),
    `${one.agreed}${one.nextOn ? ` Next on ${formatDate(one.nextOn)}.` : ''}`,
  ]),
})}`
}
