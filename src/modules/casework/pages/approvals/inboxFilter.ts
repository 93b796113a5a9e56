import { button, checkboxes, details, type Html, html, nothing, select } from '#ui'
import { type InboxView, inboxKinds } from './inboxView.ts'

/** Narrows a list of the inbox by kind, team, and what was asked of oneself. Sent by GET, so that it stays in the address. */
export function inboxFilter({ choice, led }: InboxView): Html {
  const kinds = inboxKinds().map(({ kind, label }) => ({ value: kind, text: label }))
  const any = { value: '', text: 'All' }
  const isManager = led.length > 0 && choice.show !== 'handed_in'
  const form = html`<form method="get" action="/approvals"><input type="hidden" name="show" value="${choice.show}">
    ${select({ name: 'kind', label: { text: 'What' }, items: [any, ...kinds], value: choice.kind })}
    ${
      isManager
        ? html`${select({
            name: 'team',
            label: { text: 'Team' },
            items: [any, ...led.map(team => ({ value: team.id, text: team.name }))],
            value: choice.team,
          })}
    ${checkboxes({
      name: 'mine',
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'Only what was asked of me by name' }],
      values: choice.mine ? ['yes'] : [],
    })}`
        : nothing
    }
    ${button({ text: 'Apply filters', classes: 'govuk-button--secondary' })}</form>`
  const isChosen = choice.kind !== undefined || choice.team !== undefined || choice.mine === true
  return details({ summaryText: 'Filter this list', html: form, open: isChosen })
}
