import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  denseTable,
  formatDate,
  formatDateTime,
  type Html,
  html,
  insetText,
  nothing,
  tag,
  warningText,
} from '#ui'
import type { CourtLine } from '../../court/courtLines.ts'
import type { CourtChronology } from '../../court/readCourt.ts'
import { standing } from './listPage.ts'

/** Lines that take more than a second to print. */
const LONG = 700

export type CourtPage = {
  readonly court: CourtChronology
  readonly names: readonly string[]
  /** The lines of this page. */
  readonly lines: readonly CourtLine[]
  readonly count: number
  readonly printed: number
  readonly strangers: readonly { readonly name: string; readonly places: readonly number[] }[]
  readonly mayWrite: boolean
  readonly page: number
  readonly path: string
  readonly form: FormKeys
}

/** One chronology for court: what will be printed, what was left out and why, and whose names stand in it. */
export function courtPage(page: CourtPage): Html {
  const { court, names, lines, strangers, mayWrite, path } = page
  const base = `/court-chronologies/${court.id}`
  return html`<span class="govuk-caption-l">${names.join(', ')}</span>
<h1 class="govuk-heading-l">Chronology for court</h1>
<p class="govuk-body">${formatDate(court.fromOn)} to ${formatDate(court.untilOn)}. ${court.isFull ? 'Every entry' : 'Significant events'}. ${standing(court)}.
  ${page.printed} of ${page.count} lines will be printed.</p>
${insetText({ text: 'Lines were copied on the day this was made. What you hide, merge or reword here changes this document alone, never the record.' })}
${strangers.length > 0 ? warning(strangers) : nothing}
<ul class="govuk-list kith-no-print">
  <li><a class="govuk-link" href="${withQuery(path, { format: 'pdf', page: null })}">Download to print (PDF)</a>${page.printed > LONG ? ': a long one takes some seconds, and you can go on working' : ''}</li>
  ${mayWrite ? html`<li><a class="govuk-link" href="${base}/lines/new">Add a line, such as another agency’s own</a></li>` : nothing}
</ul>
${denseTable({
  caption: 'Lines',
  captionClasses: 'govuk-table__caption--m',
  head: [
    'Date',
    'Event, and who said so',
    'Source',
    'Impact on the child',
    'Action or response',
    'In print',
    ...(mayWrite ? ['Change'] : []),
  ].map(text => ({ text })),
  rows: lines.map(line => row(line, page)),
})}
${pageLinks(path, page.page, page.count, 'lines')}
${csvLink(path)}
${mayWrite ? issueForm(page, base) : nothing}`
}

function row(line: CourtLine, { court, mayWrite }: CourtPage) {
  const source = line.sourcePath
    ? html`<a class="govuk-link" href="${line.sourcePath}">${line.source}</a>`
    : html`${line.source}`
  const curated = line.curatedAt
    ? html`<br><span class="govuk-hint">${line.curatedBy ?? ''}, ${formatDateTime(line.curatedAt)}</span>`
    : nothing
  const inPrint = line.isHidden
    ? html`${tag({ text: 'Hidden', classes: 'govuk-tag--grey' })} ${line.hiddenReason}`
    : line.mergedInto
      ? tag({ text: 'Merged', classes: 'govuk-tag--grey' })
      : html`Yes${line.sourceEvent !== null && line.sourceEvent !== line.event ? ', reworded' : ''}`
  return [
    { text: formatDate(line.on) },
    { html: html`${line.event}${line.saidBy ? html`<br>Said by ${line.saidBy}` : nothing}` },
    { html: html`${source}${line.isOtherAgency ? ' (other agency)' : ''}` },
    { text: line.impact ?? '' },
    { text: line.action ?? '' },
    { html: html`${inPrint}${curated}` },
    ...(mayWrite
      ? [
          {
            html: html`<a class="govuk-link" href="/court-chronologies/${court.id}/lines/${line.id}">Change<span class="govuk-visually-hidden"> the line of ${formatDate(line.on)}</span></a>`,
          },
        ]
      : []),
  ]
}

function warning(strangers: CourtPage['strangers']): Html {
  return html`${warningText({ text: 'Other people are named as the record names them. Everybody in the case will read this.' })}
<ul class="govuk-list govuk-list--bullet">${strangers.map(({ name, places }) => html`<li>${name}: line ${places.join(', ')} of the print</li>`)}</ul>`
}

const issueForm = (
  { court, form }: CourtPage,
  base: string,
): Html => html`<form method="post" action="${base}/issue" class="kith-no-print">
  ${formFields(form)}
  <input type="hidden" name="version" value="${court.version}">
  <p class="govuk-body">Issuing puts a number and today’s date on every page. Change it and issue it again for a new number.</p>
  ${button({ text: `Issue as number ${court.issue + 1}`, preventDoubleClick: true })}
</form>`
