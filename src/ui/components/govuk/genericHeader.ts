import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface GenericHeader extends Styling {
  readonly url?: Maybe<string>
  readonly logoText?: Maybe<string>
  readonly logoHtml?: Maybe<Html>
  readonly containerClasses?: Maybe<string>
}

/** GOV.UK Frontend's header for services that are not on GOV.UK: the council's own name or logo. */
export function genericHeader(params: GenericHeader): Html {
  return html`<div class="${classNames('govuk-generic-header', params.classes)}"${attributes(params.attributes)}>
  <div class="${classNames('govuk-generic-header__container', params.containerClasses || 'govuk-width-container')}">
    <div class="govuk-generic-header__logo">
      <a href="${params.url || '/'}" class="govuk-generic-header__homepage-link">${contentOf({ text: params.logoText, html: params.logoHtml })}</a>
    </div>
  </div>
</div>`
}
