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

export interface SideNavigationItem extends Content, Pick<Styling, 'attributes'> {
  readonly href: string
  readonly active?: Maybe<boolean>
}

export interface SideNavigationSection {
  readonly heading: Content & Styling & { readonly headingLevel?: Maybe<number> }
  readonly items: Items<SideNavigationItem>
}

export interface SideNavigation extends Styling {
  readonly label?: Maybe<string>
  readonly sections?: Maybe<readonly SideNavigationSection[]>
  readonly items?: Maybe<Items<SideNavigationItem>>
}

const entry = (item: SideNavigationItem): Html =>
  html`<li class="${classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}"${attributes(item.attributes)}>
      <a href="${item.href}"${attributes({ 'aria-current': unlessEmpty(item.active && 'location') })}>${contentOf(item)}</a>
    </li>`

const list = (items: SideNavigation['items']): Html =>
  html`<ul class="moj-side-navigation__list">${each(items, entry)}</ul>`

function section({ heading, items }: SideNavigationSection): Html {
  // The MoJ default of 4 would skip heading levels under a page's h1.
  const level = heading.headingLevel ?? 2
  return html`<h${level} class="${classNames('moj-side-navigation__title', heading.classes)}"${attributes(heading.attributes)}>${contentOf(heading)}</h${level}>
  ${list(items)}`
}

/** MoJ side navigation: links beside the content, in sections when `sections` is given. */
export function sideNavigation(params: SideNavigation): Html {
  const label = attributes({ 'aria-label': unlessEmpty(params.label) })
  return html`<nav class="${classNames('moj-side-navigation', params.classes)}"${label}${attributes(params.attributes)}>
  ${params.sections ? params.sections.map(section) : list(params.items)}
</nav>`
}
