import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'
import { type ButtonMenu, buttonMenu } from './buttonMenu.ts'

export interface IdentityBar extends Styling {
  readonly title?: Maybe<Content>
  readonly menus?: Maybe<readonly ButtonMenu[]>
}

/** MoJ identity bar: whose record this is, on every page of the record. */
export function identityBar(params: IdentityBar): Html {
  const title = params.title
    ? html`<span class="moj-identity-bar__title">${contentOf(params.title)}</span>`
    : nothing
  const menu = (given: ButtonMenu): Html =>
    html`<div class="moj-identity-bar__menu">${buttonMenu(given)}</div>`
  const actions = params.menus
    ? html`<div class="moj-identity-bar__actions">${params.menus.map(menu)}</div>`
    : nothing
  return html`<div class="${classNames('moj-identity-bar', params.classes)}"${attributes(params.attributes)}>
  <div class="moj-identity-bar__container">
    <div class="moj-identity-bar__details">${title}</div>
    ${actions}
  </div>
</div>`
}
