import type { Work } from '#platform/db'
import {
  type Draft,
  draftAttributes,
  draftBanner,
  draftFields,
  readDraft,
  SAVE_DRAFT,
  saveDraft,
} from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import { button, draftStatus, type FieldErrors, fieldErrors, type Html, html, nothing } from '#ui'

/** What a form was filled with: as it was sent, as a draft keeps it, or as it begins. */
export type FormValues = Readonly<Record<string, unknown>>

/** A form that keeps a draft of its own for each record. */
export type LongFormKey = { readonly form: string; readonly recordKey: string; readonly path: string }

/** A long form with what it is filled with now. */
export type LongForm = LongFormKey & {
  readonly values: FormValues
  readonly draft: Draft | null
  /** A draft that stands ready and is not opened. */
  readonly offered: Draft | null
  readonly errors: FieldErrors
}

/** The form as it is opened first, or with the draft when the address asks for it (`?draft=open`). */
export async function openLongForm(
  work: Work,
  key: LongFormKey,
  opensDraft: boolean,
  fresh: FormValues,
): Promise<LongForm> {
  const kept = await readDraft(work, key.form, key.recordKey)
  const draft = opensDraft ? kept : null
  return {
    ...key,
    values: draft?.fields ?? fresh,
    draft,
    offered: draft ? null : kept,
    errors: fieldErrors([]),
  }
}

/** The same form with its errors: what was typed is kept first, so that whoever leaves here loses nothing. */
export async function refusedLongForm(
  work: Work,
  key: LongFormKey,
  sent: FormValues,
  errors: FieldErrors,
): Promise<LongForm> {
  await saveDraft(work, key.form, key.recordKey, sent)
  const draft = await readDraft(work, key.form, key.recordKey)
  return { ...key, values: sent, draft, offered: null, errors }
}

/** The form with its draft's fields and buttons; the fields are the caller's. */
export function longFormHtml(
  form: LongForm,
  parts: {
    readonly keys: FormKeys
    readonly now: Temporal.Instant
    readonly fields: Html
    readonly submit: string
    /** Sending it ends something that is not begun again lightly. */
    readonly isWarning?: true
    readonly cancel: string
    readonly cancelWords?: string
  },
): Html {
  return html`${form.offered ? draftBanner(form.offered, { keys: parts.keys, now: parts.now, continuePath: `${form.path}${form.path.includes('?') ? '&' : '?'}draft=open`, afterDiscard: form.path }) : nothing}
<form method="post" action="${form.path}" novalidate${draftAttributes(form)}>
  ${formFields(parts.keys)}
  ${draftFields({ form: form.form, recordKey: form.recordKey, page: form.path, draft: form.draft })}
  ${parts.fields}
  <div class="govuk-button-group">
    ${button({ text: parts.submit, preventDoubleClick: true, ...(parts.isWarning ? { classes: 'govuk-button--warning' } : {}) })}
    ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    <a class="govuk-link" href="${parts.cancel}">${parts.cancelWords ?? 'Cancel'}</a>
  </div>
  ${draftStatus(form.draft?.savedAt)}
</form>`
}

/** A text of the form's values. */
export function typedOf(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** The ticks of the form's values. */
export function ticksOf(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** The three parts of a day, to fill a date field of a form that begins. */
export const dayValues = (name: string, day: Temporal.PlainDate | null): FormValues =>
  day === null
    ? {}
    : { [`${name}-day`]: `${day.day}`, [`${name}-month`]: `${day.month}`, [`${name}-year`]: `${day.year}` }
