import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface InsetText extends Content, Styling {
  readonly id?: Maybe<string>
}

/** GOV.UK inset text: sets a passage apart. */
export function insetText(params: InsetText): Html {
  return html`<div${attributes({ id: unlessEmpty(params.id) })} class="${classNames('govuk-inset-text', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</div>`
}
