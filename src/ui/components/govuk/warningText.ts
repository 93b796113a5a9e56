import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface WarningText extends Content, Styling {
  readonly iconFallbackText?: Maybe<string>
}

/** GOV.UK warning text: something with consequences, such as a duty in law. */
export function warningText(params: WarningText): Html {
  return html`<div class="${classNames('govuk-warning-text', params.classes)}"${attributes(params.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${params.iconFallbackText || 'Warning'}</span>
    ${contentOf(params)}
  </strong>
</div>`
}
