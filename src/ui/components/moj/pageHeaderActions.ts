import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Button, button } from '../govuk/button.ts'
import { type Content, classNames, contentOf, type Maybe, type Styling } from '../parameters.ts'

export interface PageHeaderActions extends Styling {
  readonly heading: Content & { readonly level?: Maybe<number>; readonly classes?: Maybe<string> }
  readonly items?: Maybe<readonly Button[]>
}

/** MoJ page header actions: the page heading with what can be done here beside it. */
export function pageHeaderActions(params: PageHeaderActions): Html {
  const level = params.heading.level ?? 1
  const actions = params.items
    ? html`<div class="moj-page-header-actions__actions">
      <div class="moj-button-group moj-button-group--inline">${params.items.map(button)}</div>
    </div>`
    : nothing
  return html`<div class="${classNames('moj-page-header-actions', params.classes)}"${attributes(params.attributes)}>
  <div class="moj-page-header-actions__title">
    <h${level} class="${params.heading.classes ?? 'govuk-heading-xl'}">${contentOf(params.heading)}</h${level}>
  </div>
  ${actions}
</div>`
}
