import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, hasContent, type Maybe, type Styling } from '../parameters.ts'

export interface BackLink extends Content, Styling {
  readonly href?: Maybe<string>
}

/** GOV.UK back link; says "Back" unless told otherwise. */
export function backLink(params: BackLink): Html {
  return html`<a href="${params.href || '#'}" class="${classNames('govuk-back-link', params.classes)}"${attributes(params.attributes)}>${hasContent(params) ? contentOf(params) : 'Back'}</a>`
}
