import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, type HtmlValue, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  each,
  hasContent,
  type Items,
  type Maybe,
  type Styling,
} from '../parameters.ts'

export interface PaginationItem extends Pick<Styling, 'attributes'> {
  readonly number?: Maybe<string | number>
  readonly visuallyHiddenText?: Maybe<string>
  readonly href?: Maybe<string>
  readonly current?: Maybe<boolean>
  readonly ellipsis?: Maybe<boolean>
}

export interface PaginationLink extends Content, Pick<Styling, 'attributes'> {
  readonly labelText?: Maybe<string>
  readonly href?: Maybe<string>
}

export interface Pagination extends Styling {
  readonly items?: Maybe<Items<PaginationItem>>
  readonly previous?: Maybe<PaginationLink>
  readonly next?: Maybe<PaginationLink>
  readonly landmarkLabel?: Maybe<string>
}

type Direction = 'prev' | 'next'

const arrowPaths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const arrow = (direction: Direction): Html =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${direction}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
    <path d="${arrowPaths[direction]}"></path>
  </svg>`

function title(link: PaginationLink, direction: Direction): HtmlValue {
  if (hasContent(link)) return contentOf(link)
  return html`${direction === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`
}

function arrowLink(link: PaginationLink | undefined, direction: Direction, isBlock: boolean): Html {
  if (!link?.href) return nothing
  const decorated = isBlock && !link.labelText && 'govuk-pagination__link-title--decorated'
  const arrowFirst = isBlock || direction === 'prev'
  const more =
    link.labelText && isBlock
      ? html`<span class="govuk-visually-hidden">:</span>
      <span class="govuk-pagination__link-label">${link.labelText}</span>`
      : nothing
  return html`<div class="govuk-pagination__${direction}">
    <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${direction}"${attributes(link.attributes)}>
      ${arrowFirst ? arrow(direction) : nothing}
      <span class="${classNames('govuk-pagination__link-title', decorated)}">${title(link, direction)}</span>
      ${more}${arrowFirst ? nothing : arrow(direction)}
    </a>
  </div>`
}

function pageItem(item: PaginationItem): Html {
  if (Object.keys(item).length === 0) return nothing
  const classes = classNames(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return html`<li class="${classes}">&ctdot;</li>`
  const current = attributes({ 'aria-current': unlessEmpty(item.current && 'page') })
  return html`<li class="${classes}">
    <a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${current}${attributes(item.attributes)}>${item.number}</a>
  </li>`
}

/** GOV.UK pagination: numbered pages, or previous and next with their titles when there are no numbers. */
export function pagination(params: Pagination): Html {
  const isBlock = !params.items && Boolean(params.next || params.previous)
  const classes = classNames('govuk-pagination', isBlock && 'govuk-pagination--block', params.classes)
  return html`<nav class="${classes}" aria-label="${params.landmarkLabel || 'Pagination'}"${attributes(params.attributes)}>
  ${arrowLink(params.previous, 'prev', isBlock)}
  ${params.items ? html`<ul class="govuk-pagination__list">${each(params.items, pageItem)}</ul>` : nothing}
  ${arrowLink(params.next, 'next', isBlock)}
</nav>`
}
