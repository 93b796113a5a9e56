import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, hasContent, type Maybe, type Styling } from '../parameters.ts'

export interface Legend extends Content {
  readonly classes?: Maybe<string>
  readonly isPageHeading?: Maybe<boolean>
}

export interface Fieldset extends Styling {
  readonly describedBy?: Maybe<string>
  readonly legend?: Maybe<Legend>
  readonly role?: Maybe<string>
  readonly html?: Maybe<Html>
}

function heading(legend: Legend | undefined): Html {
  if (!hasContent(legend)) return nothing
  const words = legend?.isPageHeading
    ? html`<h1 class="govuk-fieldset__heading">${contentOf(legend)}</h1>`
    : html`${contentOf(legend)}`
  return html`<legend class="${classNames('govuk-fieldset__legend', legend?.classes)}">${words}</legend>`
}

/** GOV.UK fieldset around related fields. */
export function fieldset(params: Fieldset): Html {
  const named = attributes({
    role: unlessEmpty(params.role),
    'aria-describedby': unlessEmpty(params.describedBy),
  })
  return html`<fieldset class="${classNames('govuk-fieldset', params.classes)}"${named}${attributes(params.attributes)}>
  ${heading(params.legend)}
  ${params.html}
</fieldset>`
}
