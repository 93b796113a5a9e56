import { formFields } from '#platform/http'
import { button, details, type Html, html, nothing } from '#ui'
import { peopleHtml } from '../contact-form/peopleHtml.ts'
import { personFields, rowsOf } from '../contact-form/personFields.ts'
import type { ContactView } from './view.ts'

/** Somebody whom the referrer left out: a sibling, a parent. */
export function addPersonHtml(view: ContactView): Html {
  const { contact, standing, isPast, form, sent, errors } = view
  if (isPast || contact.decided_at !== null || !(standing.isStaff || standing.isDuty)) return nothing
  const isTyped = rowsOf(sent).length > 0
  const shown = isTyped ? sent : { [personFields(0).role]: 'child' }
  return details({
    summaryText: 'Add somebody who is not named',
    open: isTyped,
    html: html`<form method="post" action="/front-door/contacts/${contact.id}/people" novalidate data-keep-on-failure>${formFields(form)}
<button type="submit" hidden></button>
${peopleHtml(shown, errors, true)}
${button({ text: 'Add to this contact', preventDoubleClick: true })}</form>`,
  })
}
