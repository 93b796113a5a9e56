import { attributes, unlessEmpty } from '../attributes.ts'
import { draftStatus } from '../components/kith/draftStatus.ts'
import { classNames, type Maybe } from '../components/parameters.ts'
import { type Html, html, nothing } from '../html.ts'
import { type HiddenFields, hiddenFields } from './hiddenFields.ts'

export interface RecordForm extends HiddenFields {
  readonly action: string
  readonly content: Html
  readonly classes?: Maybe<string>
  readonly id?: Maybe<string>
  /** Where drafts are posted. The form then saves itself as it is filled, and shows whether it is safe. */
  readonly draftUrl?: Maybe<string>
  /** When the draft being shown was saved. */
  readonly draftSavedAt?: Maybe<Temporal.Instant>
  /** For forms that carry files. */
  readonly isMultipart?: Maybe<boolean>
}

/**
 * A form that writes to the record: by POST, with its CSRF token and idempotency key, without the browser's own
 * error bubbles (GOV.UK asks for `novalidate`), and keeping what was typed when the connection is lost.
 */
export function recordForm(params: RecordForm): Html {
  const own = attributes({
    id: unlessEmpty(params.id),
    class: unlessEmpty(classNames(params.classes)),
    enctype: unlessEmpty(params.isMultipart && 'multipart/form-data'),
    'data-draft-url': unlessEmpty(params.draftUrl),
  })
  return html`<form method="post" action="${params.action}" novalidate data-keep-on-failure${own}>
  ${hiddenFields(params)}
  ${params.content}
  ${params.draftUrl ? draftStatus(params.draftSavedAt) : nothing}
</form>`
}
