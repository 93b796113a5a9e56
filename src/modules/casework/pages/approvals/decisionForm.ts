import { draftAttributes, draftBanner, draftFields, SAVE_DRAFT } from '#platform/drafts'
import { formFields } from '#platform/http'
import { button, draftStatus, errorsAbove, type Html, html, nothing, radios, textarea } from '#ui'
import { type ApprovalView, decisionDraft } from './approvalView.ts'

/** The manager's decision, for every child it is about at once. */
export function decisionForm(view: ApprovalView): Html {
  const { approval, fields, errors, keys, draft, offered, now } = view
  const path = `/approvals/${approval.id}`
  const of = decisionDraft(approval.id)
  return html`${errorsAbove(errors)}
  <h2 class="govuk-heading-m">Your decision</h2>
  ${offered ? draftBanner(offered, { keys, now, continuePath: `${path}?draft=open`, afterDiscard: path }) : nothing}
  <form method="post" action="${path}" novalidate${draftAttributes(of)}>
    ${formFields(keys)}
    ${draftFields({ ...of, page: path, baseVersion: view.presented.fingerprint, draft })}
    <input type="hidden" name="version" value="${approval.version}">
    <input type="hidden" name="shown" value="${view.presented.fingerprint}">
    ${radios({
      name: 'outcome',
      fieldset: { legend: { text: 'Do you authorise it?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'authorised', text: 'Authorise' },
        { value: 'returned', text: 'Return it with reasons' },
      ],
      value: fields.typed('outcome'),
      errorMessage: errors.of('outcome'),
    })}
    ${textarea({
      name: 'reason',
      rows: 4,
      label: { text: 'Your reasons', classes: 'govuk-label--s' },
      hint: { text: 'Needed when you return it: what is to be changed. The author reads them' },
      value: fields.typed('reason'),
      errorMessage: errors.of('reason'),
    })}
    <div class="govuk-button-group">
      ${button({ text: 'Decide', preventDoubleClick: true })}
      ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    </div>
    ${draftStatus(draft?.savedAt)}
  </form>`
}
