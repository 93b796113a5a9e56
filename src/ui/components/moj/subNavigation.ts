import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  each,
  type Items,
  type Maybe,
  type Styling,
} from '../parameters.ts'

export interface SubNavigationItem extends Content, Styling {
  readonly href: string
  readonly active?: Maybe<boolean>
}

export interface SubNavigation extends Styling {
  readonly label?: Maybe<string>
  readonly items: Items<SubNavigationItem>
}

const entry = (item: SubNavigationItem): Html =>
  html`<li class="${classNames('moj-sub-navigation__item', item.classes)}">
      <a class="moj-sub-navigation__link"${attributes({ 'aria-current': unlessEmpty(item.active && 'page') })} href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a>
    </li>`

/** MoJ sub navigation: the parts of one record. */
export function subNavigation(params: SubNavigation): Html {
  return html`<nav class="${classNames('moj-sub-navigation', params.classes)}" aria-label="${params.label || 'Secondary navigation region'}"${attributes(params.attributes)}>
  <ul class="moj-sub-navigation__list">
    ${each(params.items, entry)}
  </ul>
</nav>`
}
