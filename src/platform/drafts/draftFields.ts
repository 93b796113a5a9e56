import { attributes, type Html, html, nothing } from '#ui'
import type { Draft } from './draft.ts'
import { DRAFT_BASE, DRAFT_PAGE, DRAFT_VERSION } from './sentDraft.ts'

/** What a form tells of its draft. */
export interface DraftForm {
  readonly form: string
  readonly recordKey: string
  /** The page of the form, `visit.path`: how My work leads back to it. */
  readonly page: string
  /** Version of the record shown, when it has one: a change meanwhile is seen on opening the draft. */
  readonly baseVersion?: string | undefined
  /** The draft that the form is filled from, if it is. */
  readonly draft?: Draft | null | undefined
}

/** Where a draft is saved. */
export function draftPath(form: string, recordKey: string): string {
  return `/drafts/${encodeURIComponent(form)}/${encodeURIComponent(recordKey)}`
}

/** Attributes of a form element that saves its draft as one types and keeps its text when sending fails. */
export function draftAttributes(of: Pick<DraftForm, 'form' | 'recordKey'>): Html {
  return attributes({ 'data-draft-url': draftPath(of.form, of.recordKey), 'data-keep-on-failure': '' })
}

/** Hidden fields of a form with a draft, beside those of `formFields`. */
export function draftFields(of: DraftForm): Html {
  const hidden = (name: string, value: string | number | undefined | null): Html =>
    value === undefined || value === null
      ? nothing
      : html`<input type="hidden" name="${name}" value="${value}">`
  return html`${hidden(DRAFT_PAGE, of.page)}${hidden(DRAFT_BASE, of.draft?.baseVersion ?? of.baseVersion)}${hidden(DRAFT_VERSION, of.draft?.version)}`
}
