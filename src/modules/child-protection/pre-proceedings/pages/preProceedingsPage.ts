import { clockRows } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { button, formatDate, type Html, html, nothing, summaryList } from '#ui'
import { isOpen, type PreProceedings } from '../rules/preProceedings.ts'
import { stepWords } from '../rules/words.ts'
import { familySide, meetingsTable } from './caseParts.ts'
import { placeOf } from './openCase.ts'
import type { PageView } from './pageView.ts'

export function preProceedingsPage(view: PageView): Html {
  const { cases, personId, mayWrite, readsRecord } = view
  if (!readsRecord)
    return html`<h1 class="govuk-heading-l">Pre-proceedings</h1>
<p class="govuk-body">Your work does not include the record itself. <a class="govuk-link" href="/people/${personId}/open">Open it with a reason</a></p>`
  return html`<h1 class="govuk-heading-l">Pre-proceedings</h1>
${cases.length === 0 ? html`<p class="govuk-body">None are recorded for this child.</p>` : nothing}
${mayWrite && !cases.some(isOpen) ? button({ text: 'Start pre-proceedings', href: `${placeOf({ personId })}/new`, classes: cases.length > 0 ? 'govuk-button--secondary' : '' }) : nothing}
${view.mayAdvise ? legalLinks(personId) : nothing}
${cases.map(of => oneCase(of, view))}`
}

const legalLinks = (personId: Uuid): Html =>
  html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="/legal-advice?child=${personId}">Legal advice that you may read</a> · <a class="govuk-link" href="/people/${personId}/legal-advice/new">Record legal advice</a></p>`

function oneCase(of: PreProceedings, view: PageView): Html {
  const path = `${placeOf(of)}/${of.id}`
  const beside = of.togetherId === null ? undefined : view.beside.get(of.togetherId)
  return html`<section aria-labelledby="case-${of.id}">
<h2 class="govuk-heading-m" id="case-${of.id}">Since ${formatDate(of.startedOn)}</h2>
${beside ? html`<p class="govuk-body">Decided together with ${beside}.</p>` : nothing}
${of.reasons ? html`<p class="govuk-body kith-typed">${of.reasons}</p>` : nothing}
${summaryList({ rows: [...standingRows(of), ...runningClocks(of, view)] })}
${view.mayWrite ? actions(of, path) : nothing}
${familySide(of, view, path)}
${meetingsTable(of, view, path)}
${extensions(of)}
</section>`
}

function standingRows(of: PreProceedings) {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const day = (on: Temporal.PlainDate | null) => (on === null ? 'Not yet' : formatDate(on))
  return [
    row('Letter before proceedings', day(of.letterSentOn)),
    row('First meeting', day(of.initialMeetingOn)),
    row('Reviews', String(of.reviewMeetings ?? 0)),
    ...(of.stepOn === null
      ? [row('Decision', 'Not yet')]
      : [
          row('Decision', `${of.step ? stepWords[of.step] : 'Decided'}, ${formatDate(of.stepOn)}`),
          ...(of.stepReasons ? [row('Why', of.stepReasons)] : []),
          row('Outcome for the census', of.outcome ?? 'Not given'),
        ]),
    ...(of.step === 'issue' || of.intentLetterOn ? [row('Letter of intent', day(of.intentLetterOn))] : []),
    ...(of.step === 'issue' || of.appliedOn ? [row('Application to the court', day(of.appliedOn))] : []),
    ...(of.applicationReasons ? [row('Why it went without a family meeting', of.applicationReasons)] : []),
  ]
}

function runningClocks(of: PreProceedings, { clocks, today }: PageView) {
  return clockRows(
    clocks.filter(({ triggerId }) => triggerId === of.id),
    today,
  )
}

function actions(of: PreProceedings, path: string): Html {
  const link = (rest: string, words: string) =>
    html`<li><a class="govuk-link" href="${path}${rest}">${words}</a></li>`
  if (isOpen(of))
    return html`<ul class="govuk-list kith-no-print">
${link('/letter', 'Write the letter before proceedings')}
${link('/offers/new', 'Record an offer of a family group decision making meeting')}
${link('/family-meetings/new', 'Record a family group decision making meeting')}
${link('/exemption', of.exemptOn ? 'Change why no family meeting is offered' : 'Say why no family meeting is offered')}
${link('/meetings/new', 'Record a meeting before proceedings')}
${link('/extension', 'Extend the 16 weeks')}
${link('/step', 'Decide: step down or issue')}
</ul>`
  if (of.step === 'issue' && of.appliedOn === null)
    return html`<ul class="govuk-list kith-no-print">
${link('/letter', 'Write the letter of intent')}
${link('/application', 'Record the application to the court')}
</ul>`
  return nothing
}

function extensions(of: PreProceedings): Html {
  if (of.extensions.length === 0) return nothing
  return html`<h3 class="govuk-heading-s">Extensions</h3>
<ul class="govuk-list govuk-list--bullet">${of.extensions.map(
    ({ weeks, decidedOn, reasons }) =>
      html`<li>By ${weeks} ${weeks === 1 ? 'week' : 'weeks'}, decided ${formatDate(decidedOn)}: <span class="kith-typed">${reasons}</span></li>`,
  )}</ul>`
}
