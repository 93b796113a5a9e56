import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, contentOf, type Styling } from '../parameters.ts'

export interface Badge extends Content, Styling {}

/** MoJ badge: a flag in one or two words, such as on an identity bar. */
export function badge(params: Badge): Html {
  return html`<span class="${classNames('moj-badge', params.classes)}"${attributes(params.attributes)}>${contentOf(params)}</span>`
}
