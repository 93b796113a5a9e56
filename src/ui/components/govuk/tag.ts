import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Styling } from '../parameters.ts'

export interface Tag extends Content, Styling {}

/** GOV.UK tag: a state in a few words. Its colour never carries meaning alone. */
export function tag(params: Tag): Html {
  return html`<strong class="${classNames('govuk-tag', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</strong>`
}
