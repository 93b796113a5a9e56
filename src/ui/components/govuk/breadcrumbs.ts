import { type Attributes, attributes } from '../../attributes.ts'
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

export interface Breadcrumb extends Content {
  readonly href?: Maybe<string>
  readonly attributes?: Maybe<Attributes>
}

export interface Breadcrumbs extends Styling {
  readonly items?: Maybe<Items<Breadcrumb>>
  readonly collapseOnMobile?: Maybe<boolean>
  readonly labelText?: Maybe<string>
}

const crumb = (item: Breadcrumb): Html =>
  item.href
    ? html`<li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a>
    </li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`

/** GOV.UK breadcrumbs; an item without `href` is the current page. */
export function breadcrumbs(params: Breadcrumbs): Html {
  const classes = classNames(
    'govuk-breadcrumbs',
    params.classes,
    params.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return html`<nav class="${classes}"${attributes(params.attributes)} aria-label="${params.labelText ?? 'Breadcrumb'}">
  <ol class="govuk-breadcrumbs__list">
    ${each(params.items, crumb)}
  </ol>
</nav>`
}
