import { button, errorsAbove, type Html, html, nothing } from '#ui'
import { dueHtml } from '../queue/dueHtml.ts'
import { rating } from '../queue/page.ts'
import { addPersonHtml } from './addPersonHtml.ts'
import { actHtml, agenciesHtml, ratingHtml } from './agenciesHtml.ts'
import { decidedHtml } from './decidedHtml.ts'
import { namedHtml } from './namedHtml.ts'
import { dangerHtml, saidHtml } from './saidHtml.ts'
import type { ContactView } from './view.ts'

/** A contact: danger, what was said, how urgent it is, about whom, what agencies know. */
export function contactPage(view: ContactView): Html {
  const { contact } = view
  return html`${view.notice ?? nothing}${errorsAbove(view.errors)}
<span class="govuk-caption-l">Contact ${contact.reference}, ${view.teamName}</span>
<h1 class="govuk-heading-l">Contact at the front door</h1>
<p class="govuk-body">${rating({ isDanger: contact.is_danger, rag: contact.rag })}</p>
<p class="govuk-body">${dueHtml({ receivedAt: contact.received_at, decidedAt: contact.decided_at }, view.settings, view)}</p>
${decideButton(view)}
${decidedHtml(view)}
${dangerHtml(view)}
${contact.is_danger && contact.action_taken === null ? actHtml(view) : nothing}
${saidHtml(view)}
${ratingHtml(view)}
${namedHtml(view)}
${addPersonHtml(view)}
${agenciesHtml(view)}
${contact.is_danger && contact.action_taken === null ? nothing : moreDanger(view)}`
}

function decideButton({ contact, standing, isPast }: ContactView): Html {
  if (isPast || contact.decided_at !== null || !standing.mayDecide) return nothing
  return html`<p class="govuk-body">${button({ text: 'Decide', href: `/front-door/contacts/${contact.id}/decide` })}</p>`
}

function moreDanger(view: ContactView): Html {
  const form = actHtml(view)
  return form === nothing
    ? nothing
    : html`<section id="danger"><h2 class="govuk-heading-m">Somebody is in danger, or more was done</h2>${form}</section>`
}
