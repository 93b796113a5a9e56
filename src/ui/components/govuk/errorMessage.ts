import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface ErrorMessage extends Content, Styling {
  readonly id?: Maybe<string>
  /** Read out before the message; "Error" by default, empty to leave it out. */
  readonly visuallyHiddenText?: Maybe<string>
}

/** GOV.UK error message of one field. */
export function errorMessage(params: ErrorMessage): Html {
  const prefix = params.visuallyHiddenText ?? 'Error'
  const hidden = prefix ? html`<span class="govuk-visually-hidden">${prefix}:</span> ` : nothing
  return html`<p${attributes({ id: unlessEmpty(params.id) })} class="${classNames('govuk-error-message', params.classes)}"${attributes(params.attributes)}>${hidden}${contentOf(params)}</p>`
}
