import { formFields } from '#platform/http'
import {
  button,
  details,
  formatDateTime,
  type Html,
  html,
  nothing,
  radios,
  tag,
  textarea,
  timeline,
} from '#ui'
import { ragColours, rags, ragWords } from '../../rules/contactWords.ts'
import type { ContactView } from './view.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What each agency says, in its own name, and the way to add to it. Nothing said is ever changed. */
export function agenciesHtml(view: ContactView): Html {
  const { contributions, standing, contact, isPast } = view
  const mayAdd =
    !isPast && contact.decided_at === null && (standing.isStaff || standing.isPartner || standing.isDuty)
  if (contributions.length === 0 && !mayAdd) return nothing
  return html`<section id="agencies"><h2 class="govuk-heading-m">What agencies know</h2>
${
  contributions.length === 0
    ? html`<p class="govuk-body">Nobody has added anything yet.</p>`
    : timeline({
        headingLevel: 3,
        items: contributions.map(one => ({
          label: { text: whoSays(view, one) },
          datetime: one.contributed_at,
          html: html`<div class="kith-typed">${one.body}</div>${one.rag ? tag({ text: `Rates it ${ragWords[one.rag].toLowerCase()}`, classes: ragColours[one.rag] }) : nothing}`,
        })),
      })
}
${mayAdd ? addForm(view) : nothing}</section>`
}

/** Who says it, and for whom: an agency at the table speaks in its own name. */
const whoSays = ({ names, agencies }: ContactView, said: ContactView['contributions'][number]): string =>
  [names.get(said.author_id) ?? 'A colleague', said.organisation_id && agencies.get(said.organisation_id)]
    .filter(Boolean)
    .join(', ')

const rating = (name: string, legend: string, view: ContactView): Html =>
  radios({
    name,
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: rags.map(value => ({ value, text: ragWords[value] })),
    value: text(view.sent[name]),
    errorMessage: view.errors.of(name),
  })

function addForm(view: ContactView): Html {
  return html`<form method="post" action="/front-door/contacts/${view.contact.id}/contributions" novalidate data-keep-on-failure>${formFields(view.form)}
${textarea({
  name: 'body',
  rows: 4,
  label: { text: 'What does your agency know?', classes: 'govuk-label--s' },
  hint: { text: 'In your name. It cannot be changed afterwards' },
  value: text(view.sent['body']),
  errorMessage: view.errors.of('body'),
})}
${rating('contribution_rag', 'How does your agency rate it? (optional)', view)}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

/** How urgent it is, with the reason. */
export function ratingHtml(view: ContactView): Html {
  const { contact, standing, names, isPast } = view
  const said = contact.rag
    ? html`<p class="govuk-body">${tag({ text: ragWords[contact.rag], classes: ragColours[contact.rag] })} ${contact.rag_reason ?? ''}
${contact.rag_at ? html`<span class="govuk-hint">${(contact.rag_by && names.get(contact.rag_by)) || 'A colleague'}, ${formatDateTime(contact.rag_at)}</span>` : nothing}</p>`
    : html`<p class="govuk-body">Not rated yet.</p>`
  const mayRate = !isPast && contact.decided_at === null && (standing.mayDecide || standing.isDuty)
  if (!mayRate) return html`<section id="rating"><h2 class="govuk-heading-m">Rating</h2>${said}</section>`
  const form = html`<form method="post" action="/front-door/contacts/${contact.id}/rate" novalidate data-keep-on-failure>${formFields(view.form)}
<input type="hidden" name="version" value="${contact.version}">
${rating('rag', 'How urgent is it?', view)}
${textarea({ name: 'rag_reason', rows: 2, label: { text: 'Why?' }, value: text(view.sent['rag_reason']), errorMessage: view.errors.of('rag_reason') })}
${button({ text: 'Rate', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
  const hasErrors = ['rag', 'rag_reason'].some(field => view.errors.of(field) !== undefined)
  return html`<section id="rating"><h2 class="govuk-heading-m">Rating</h2>${said}
${contact.rag ? details({ summaryText: 'Change the rating', html: form, open: hasErrors }) : form}</section>`
}

/** The way for danger: one button records what was done at once and tells the managers; it decides nothing. */
export function actHtml(view: ContactView): Html {
  const { contact, standing, isPast } = view
  if (isPast || contact.decided_at !== null || !(standing.mayDecide || standing.isDuty)) return nothing
  const danger = textarea({
    name: 'danger',
    rows: 2,
    label: { text: 'What is the danger?' },
    value: text(view.sent['danger']),
    errorMessage: view.errors.of('danger'),
  })
  return html`<form method="post" action="/front-door/contacts/${contact.id}/danger" novalidate data-keep-on-failure>${formFields(view.form)}
<input type="hidden" name="version" value="${contact.version}">
${contact.is_danger ? nothing : danger}
${textarea({
  name: 'action',
  rows: 3,
  label: { text: standing.isDuty ? 'What was done, and what the day must do' : 'What was done at once' },
  hint: { text: 'Police, health, where the child is now, who knows' },
  value: text(view.sent['action']),
  errorMessage: view.errors.of('action'),
})}
${button({ text: 'Record the action and tell the managers', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}
