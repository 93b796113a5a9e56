import { type FormKeys, formFields } from '#platform/http'
import { button, denseTable, formatDateTime, type Html, html, nothing } from '#ui'
import type { ListedDisclosure, State } from '../queries/readDisclosures.ts'
import { type SentOn, whatWords } from '../queries/readSentOn.ts'
import { basisWords, factWords, topicWords } from '../rules/topics.ts'

export const stateWords: Readonly<Record<State | '', string>> = {
  waiting: 'Waits to be sent',
  sent: 'Sent, not acknowledged',
  acknowledged: 'Acknowledged',
  dead: 'Gave up after a day',
  withdrawn: 'Taken back before it arrived',
  '': 'Nothing shared',
}

const head = (...names: readonly string[]) => names.map(text => ({ text }))
const captionClasses = 'govuk-table__caption--m'

type Shown = {
  readonly counts: ReadonlyMap<State | '', number>
  readonly dead: readonly ListedDisclosure[]
  readonly list: readonly ListedDisclosure[]
  readonly links: Html
  readonly form: FormKeys
  readonly sentOn: readonly SentOn[]
}

/** What left, to whom, why and on which basis; nobody's name. */
export function disclosuresPage({ counts, dead, list, links, form, sentOn }: Shown): Html {
  return html`<h1 class="govuk-heading-l">Disclosures</h1>
<p class="govuk-body">What was told to systems of other organisations and to other councils, why, and what was not told. It names no child.</p>
${counts.size === 0 ? html`<p class="govuk-body">Nothing has been told to systems yet.</p>` : countsTable(counts)}
${dead.length === 0 ? nothing : deadTable(dead, form)}
${list.length === 0 ? nothing : html`${listTable(list)}${links}`}
${sentOn.length === 0 ? nothing : sentOnTable(sentOn)}`
}

const countsTable = (counts: Shown['counts']): Html =>
  denseTable({
    caption: 'How notices stand',
    captionClasses,
    firstCellIsHeader: true,
    head: head('Standing', 'How many'),
    rows: [...counts].map(([state, count]) => [{ text: stateWords[state] }, { text: String(count) }]),
  })

const deadTable = (dead: readonly ListedDisclosure[], form: FormKeys): Html =>
  denseTable({
    caption: 'Gave up: nobody acknowledged them for a day',
    captionClasses,
    head: head('Made', 'To', 'Topic', 'Tries', 'Last answer', 'Send again'),
    rows: dead.map(one => [
      { text: formatDateTime(one.madeAt) },
      { text: one.organisation },
      { text: topicWords[one.topic] },
      { text: String(one.tries ?? 0) },
      { text: one.lastProblem ?? (one.lastCode === null ? 'None' : String(one.lastCode)) },
      {
        html: html`<form method="post" action="/disclosures/${one.deliveryId ?? ''}/again" novalidate>${formFields(form)}${button({ html: html`Send again <span class="govuk-visually-hidden">what was made ${formatDateTime(one.madeAt)}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
      },
    ]),
  })

const listTable = (list: readonly ListedDisclosure[]): Html =>
  denseTable({
    caption: 'Disclosures, newest first',
    captionClasses,
    head: head(
      'Made',
      'To',
      'Topic',
      'Purpose and basis',
      'Shared',
      'Not shared, and why',
      'Identifier tried',
      'Standing',
    ),
    rows: list.map(one => [
      { text: formatDateTime(one.madeAt) },
      { text: one.organisation },
      { text: topicWords[one.topic] },
      { html: html`${one.purpose}<br>${basisWords[one.basisCode]}` },
      { text: one.shared.map(name => factWords[name] ?? name).join(', ') || 'Nothing' },
      {
        html: html`${one.withheld.map(({ what, why }) => html`<p class="govuk-!-margin-bottom-1">${what}: ${why}</p>`)}`,
      },
      { text: one.tried },
      { text: stateWords[one.state ?? ''] },
    ]),
  })

const sentOnTable = (all: readonly SentOn[]): Html =>
  denseTable({
    caption: 'Sent on to other councils, newest first',
    captionClasses,
    head: head('Sent', 'To', 'What', 'How', 'Not shared, and why', 'Identifier'),
    rows: all.map(one => [
      { text: formatDateTime(one.sentAt) },
      { text: one.council },
      { text: whatWords[one.what] },
      { text: one.how.replaceAll('_', ' ') },
      { text: one.notShared ?? 'All of it was shared' },
      { text: one.identifier === 'nhs_number' ? 'NHS number' : 'Not told to us' },
    ]),
  })
