import { button, details, type Html, html, input } from '#ui'

/**
 * Asks for the same page as it was known at the end of a past day, which every link of that page then keeps.
 * @param action path of the page
 */
export function pastMoment(action: string): Html {
  return html`<div class="kith-no-print">${details({
    summaryText: 'Show what was known on a past day',
    html: html`<form method="get" action="${action}">
  ${input({
    id: 'known-at',
    name: 'known-at',
    type: 'date',
    label: { text: 'Day' },
    hint: { text: 'As it was known at the end of that day' },
    classes: 'govuk-input--width-10',
  })}
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`,
  })}</div>`
}
