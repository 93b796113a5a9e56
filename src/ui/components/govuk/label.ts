import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, hasContent, type Maybe, type Styling } from '../parameters.ts'

export interface Label extends Content, Styling {
  readonly for?: Maybe<string>
  readonly isPageHeading?: Maybe<boolean>
}

/** GOV.UK label; nothing at all without words. */
export function label(params: Label): Html {
  if (!hasContent(params)) return nothing
  const element = html`<label class="${classNames('govuk-label', params.classes)}"${attributes(params.attributes)}${attributes({ for: unlessEmpty(params.for) })}>${contentOf(params)}</label>`
  return params.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
