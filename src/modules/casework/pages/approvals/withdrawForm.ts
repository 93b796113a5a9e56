import { formFields } from '#platform/http'
import { button, errorsAbove, type Html, html } from '#ui'
import type { ApprovalView } from './approvalView.ts'

/** Whoever handed it in may take it back while it waits. */
export function withdrawForm({ approval, keys, errors }: ApprovalView): Html {
  return html`${errorsAbove(errors)}
  <form method="post" action="/approvals/${approval.id}" novalidate>
    ${formFields(keys)}
    <input type="hidden" name="version" value="${approval.version}">
    <input type="hidden" name="outcome" value="withdrawn">
    ${button({ text: 'Take it back', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}
