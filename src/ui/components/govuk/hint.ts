import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface Hint extends Content, Styling {
  readonly id?: Maybe<string>
}

/** GOV.UK hint: help that sits between a label and its field. */
export function hint(params: Hint): Html {
  return html`<div${attributes({ id: unlessEmpty(params.id) })} class="${classNames('govuk-hint', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</div>`
}
