import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface SkipLink extends Content, Styling {
  readonly href?: Maybe<string>
}

/** GOV.UK skip link: the first stop of a keyboard on the page. */
export function skipLink(params: SkipLink): Html {
  return html`<a href="${params.href || '#content'}" class="${classNames('govuk-skip-link', params.classes)}"${attributes(params.attributes)} data-module="govuk-skip-link">${contentOf(params)}</a>`
}
