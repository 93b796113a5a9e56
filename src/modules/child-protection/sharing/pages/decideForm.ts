import { type FormValues, oneOfMany, textField, typedOf } from '#modules/casework'
import { button, denseTable, type FieldErrors, type Html, html, nothing, tag } from '#ui'
import { grounds, type PaperPart, type Recipient } from '../rules/paper.ts'
import { partSources } from '../rules/words.ts'
import { cellName, type Grid } from './grid.ts'
import { audienceWords } from './partFields.ts'

/** The grid of parts and recipients, quick acts first. */
export function decideForm(grid: Grid, values: FormValues, errors: FieldErrors): Html {
  const { parts, recipients, around } = grid
  if (parts.length === 0) return html`<p class="govuk-body">No part may be shown to anybody yet.</p>`
  return html`<p class="govuk-body">Nothing is shown until it is decided. Quick acts fill what is still open; look through it afterwards.</p>
<div class="govuk-button-group">
${button({ text: 'Show parts to those they are offered to', name: 'quick', value: 'offered', classes: 'govuk-button--secondary' })}
${recipients.filter(({ personId }) => personId !== null).map(({ key, name }) => button({ text: `All own work to ${name}`, name: 'quick', value: `own:${key}`, classes: 'govuk-button--secondary' }))}
</div>
${denseTable({
  classes: 'kith-choices',
  caption: 'Who is given which part',
  head: [
    { text: 'Part', classes: 'govuk-!-width-one-quarter' },
    ...recipients.map(({ name, standing }) => ({ text: `${name} (${standing})` })),
  ],
  firstCellIsHeader: true,
  rows: parts.map(part => [
    { html: partCell(part, around.children) },
    ...recipients.map(recipient => ({ html: cell(part, recipient, grid, values) })),
  ]),
})}
<h2 class="govuk-heading-m">Why parts are withheld</h2>
<p class="govuk-body">Kept with each part that you withhold now. Those withheld before keep their reasons.</p>
${oneOfMany('ground', 'Reason', grounds, { values, errors })}
${textField('why', 'In words', { values, errors }, 'For us, and for whoever asks later. It stands in no copy', 2)}
<div class="govuk-button-group">${button({ text: 'Save decisions' })}${button({ text: 'Withhold everything that is open', name: 'quick', value: 'rest', classes: 'govuk-button--warning' })}</div>`
}

function partCell(part: PaperPart, children: Grid['around']['children']): Html {
  const about = children.filter(({ id }) => part.personIds.includes(id)).map(({ name }) => name)
  return html`${part.heading}<br><span class="govuk-hint">${partSources[part.source]}${about.length > 0 ? `. About ${about.join(', ')}` : ''}${part.offeredTo.length > 0 ? `. Offered to ${part.offeredTo.map(one => audienceWords[one].toLowerCase()).join(', ')}` : ''}</span>${part.isThirdParty ? html` ${tag({ text: 'Third party', classes: 'govuk-tag--yellow' })}` : nothing}`
}

function cell(part: PaperPart, recipient: Recipient, { showings }: Grid, values: FormValues): Html {
  const name = cellName(part.id, recipient.key)
  const value = typedOf(values, name)
  const before = showings.find(one => one.partId === part.id && one.recipientKey === recipient.key)
  const option = (code: string, words: string) =>
    html`<option value="${code}"${value === code ? html` selected` : nothing}>${words}</option>`
  return html`<label class="govuk-visually-hidden" for="${name}">${part.heading}, for ${recipient.name}</label><select class="govuk-select" id="${name}" name="${name}">${option('', 'Not decided')}${option('show', 'Show')}${option('hide', 'Withhold')}</select>${before?.shows === false && before.why ? html`<br><span class="govuk-hint">${before.ground ? grounds[before.ground] : ''}: ${before.why}</span>` : nothing}`
}
