import { type Attributes, attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { button } from '../govuk/button.ts'
import { type Content, contentOf, type Maybe } from '../parameters.ts'

export interface FilterLink {
  readonly href: string
  readonly text: string
}

export interface FilterCategory {
  readonly heading: Content
  readonly items: readonly FilterLink[]
}

export interface Filter {
  readonly heading: Content
  readonly selectedFilters?: Maybe<{
    readonly heading: Content
    readonly clearLink: FilterLink
    readonly categories: readonly FilterCategory[]
  }>
  readonly submit?: Maybe<{ readonly text?: Maybe<string>; readonly attributes?: Maybe<Attributes> }>
  /** The fields to filter by; the caller puts the form around the whole. */
  readonly optionsHtml: Html
  readonly attributes?: Maybe<Attributes>
}

const chosen = (item: FilterLink): Html =>
  html`<li><a class="moj-filter__tag" href="${item.href}"><span class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`

const category = (given: FilterCategory): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${contentOf(given.heading)}</h3>
    <ul class="moj-filter-tags">${given.items.map(chosen)}</ul>`

function selected(given: Filter['selectedFilters']): Html {
  if (!given) return nothing
  return html`<div class="moj-filter__selected">
    <div class="moj-filter__selected-heading">
      <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${contentOf(given.heading)}</h2></div>
      <div class="moj-filter__heading-action">
        <p><a class="govuk-link govuk-link--no-visited-state" href="${given.clearLink.href}">${given.clearLink.text}</a></p>
      </div>
    </div>
    ${given.categories.map(category)}
  </div>`
}

/** MoJ filter: narrows a list, and shows each choice made with a link that takes it back. */
export function filter(params: Filter): Html {
  const submit = button({
    text: params.submit?.text || 'Apply filters',
    attributes: params.submit?.attributes,
  })
  return html`<div class="moj-filter" data-module="moj-filter"${attributes(params.attributes)}>
  <div class="moj-filter__header">
    <div class="moj-filter__header-title"><h2 class="govuk-heading-m">${contentOf(params.heading)}</h2></div>
    <div class="moj-filter__header-action"></div>
  </div>
  <div class="moj-filter__content">
    ${selected(params.selectedFilters)}
    <div class="moj-filter__options">${submit}${params.optionsHtml}</div>
  </div>
</div>`
}
