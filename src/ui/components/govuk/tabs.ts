import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  each,
  hasContent,
  type Items,
  isFilled,
  type Maybe,
  type Styling,
} from '../parameters.ts'

export interface Tab extends Pick<Styling, 'attributes'> {
  readonly id?: Maybe<string>
  readonly label: string
  readonly panel: Content & Pick<Styling, 'attributes'>
}

export interface Tabs extends Styling {
  readonly id?: Maybe<string>
  readonly idPrefix?: Maybe<string>
  readonly title?: Maybe<string>
  readonly items?: Maybe<Items<Tab>>
}

function panelContent(panel: Content): Html {
  if (isFilled(panel.html)) return panel.html
  return hasContent(panel) ? html`<p class="govuk-body">${panel.text}</p>` : nothing
}

/** GOV.UK tabs: panels of which one shows; all show where scripts do not run. */
export function tabs(params: Tabs): Html {
  const panelId = (item: Tab, place: number): string => item.id || `${params.idPrefix ?? ''}-${place}`
  const tab = (item: Tab, place: number): Html =>
    html`<li class="${classNames('govuk-tabs__list-item', place === 1 && 'govuk-tabs__list-item--selected')}">
      <a class="govuk-tabs__tab" href="#${panelId(item, place)}"${attributes(item.attributes)}>${item.label}</a>
    </li>`
  const panel = (item: Tab, place: number): Html =>
    html`<div class="${classNames('govuk-tabs__panel', place > 1 && 'govuk-tabs__panel--hidden')}" id="${panelId(item, place)}"${attributes(item.panel.attributes)}>${panelContent(item.panel)}</div>`
  const items = params.items?.length
    ? html`<ul class="govuk-tabs__list">${each(params.items, tab)}</ul>${each(params.items, panel)}`
    : nothing
  return html`<div${attributes({ id: unlessEmpty(params.id) })} class="${classNames('govuk-tabs', params.classes)}"${attributes(params.attributes)} data-module="govuk-tabs">
  <h2 class="govuk-tabs__title">${params.title ?? 'Contents'}</h2>
  ${items}
</div>`
}
