import type { Work } from '#platform/db'
import { type Draft, draftAttributes, draftFields, readDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import { button, draftStatus, type Html, html, nothing } from '#ui'
import type { Values } from './fields.ts'
import type { PortalReply } from './portalRoute.ts'

/** Forms whose drafts are kept. */
export const draftedForms = ['answer', 'how-i-am', 'meeting', 'question'] as const

/** A form whose draft is kept as somebody writes: it opens with what they wrote, without asking. */
export type DraftedForm = {
  readonly form: (typeof draftedForms)[number]
  readonly recordKey: string
  readonly action: string
  readonly values: Values
  readonly draft: Draft | null
}

/** The form as it is opened: with the draft where there is one. */
export async function openForm(
  work: Work,
  of: Pick<DraftedForm, 'form' | 'recordKey' | 'action'>,
  fresh: Values = {},
): Promise<DraftedForm> {
  const draft = await readDraft(work, of.form, of.recordKey)
  return { ...of, draft, values: draft?.fields ?? fresh }
}

/** The form with its buttons; the fields are the caller's. */
export function draftedFormHtml(form: DraftedForm, keys: FormKeys, fields: Html, submit: string): Html {
  return html`${form.draft === null ? nothing : html`<div class="govuk-inset-text">We kept what you were writing. It is not sent yet.</div>`}
<form method="post" action="${form.action}" novalidate autocomplete="off"${draftAttributes(form)}>
  ${formFields(keys)}
  ${draftFields({ form: form.form, recordKey: form.recordKey, page: form.action, draft: form.draft })}
  ${fields}
  <div class="govuk-button-group">
    ${button({ text: submit, preventDoubleClick: true })}
    ${button({ text: 'Keep it for later', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
  </div>
  ${draftStatus(form.draft?.savedAt)}
</form>`
}

/** What "Keep it for later" answers: kept, or kept in another window since, and then nothing of either is lost. */
export async function keepForLater(
  work: Work,
  of: Pick<DraftedForm, 'form' | 'recordKey'>,
  sent: Values,
  back: string,
): Promise<PortalReply> {
  const saved = await saveDraft(work, of.form, of.recordKey, sent)
  if (saved.kind === 'saved')
    return { kind: 'redirect', location: back, success: 'We kept what you wrote. It is not sent yet.' }
  return twoWindows(sent, saved.theirs.fields, back)
}

/** Both texts, so that nobody loses a word. */
function twoWindows(mine: Values, other: Values, back: string): PortalReply {
  const list = (values: Values): Html =>
    html`<ul class="govuk-list govuk-list--bullet">${Object.entries(values)
      .filter(([name, value]) => !name.startsWith('_') && name !== SAVE_DRAFT && String(value).trim() !== '')
      .map(([, value]) => html`<li class="kith-portal-words">${[value].flat().join(', ')}</li>`)}</ul>`
  return {
    kind: 'page',
    status: 409,
    title: 'You wrote in two windows',
    back,
    shown: 'nothing',
    content: html`<h1 class="govuk-heading-l">You wrote in two windows</h1>
<p class="govuk-body">We kept what you wrote in the other one. What you wrote here is below: copy what you want to keep.</p>
<h2 class="govuk-heading-m">What you wrote here</h2>${list(mine)}
<h2 class="govuk-heading-m">What you wrote in the other window</h2>${list(other)}`,
  }
}
