import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
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
import { button } from './button.ts'

export interface PanelAction extends Styling {
  readonly text: string
  readonly type?: Maybe<string>
  readonly href?: Maybe<string>
}

export interface Panel extends Content, Styling {
  readonly titleText?: Maybe<string>
  readonly titleHtml?: Maybe<Html>
  readonly headingLevel?: Maybe<number>
  /** Shown only in the interruption variant (`classes: 'govuk-panel--interruption'`). */
  readonly actions?: Maybe<Styling & { readonly items?: Maybe<Items<PanelAction>> }>
}

const action = (item: PanelAction): Html =>
  !item.href || item.type === 'button'
    ? button({
        text: item.text,
        type: item.type || 'button',
        classes: classNames('govuk-button--inverse', item.classes),
        href: item.href,
        attributes: item.attributes,
      })
    : html`<a class="${classNames('govuk-link govuk-link--inverse', item.classes)}" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`

function actionGroup(actions: NonNullable<Panel['actions']>): Html {
  const group = actions.items?.length
    ? html`<div class="govuk-button-group">${each(actions.items, action)}</div>`
    : nothing
  return html`<div class="${classNames('govuk-panel__actions', actions.classes)}"${attributes(actions.attributes)}>${group}</div>`
}

/** GOV.UK panel: confirms that something was sent, or interrupts before something serious. */
export function panel(params: Panel): Html {
  const level = params.headingLevel || 1
  const interrupts = params.classes?.includes('govuk-panel--interruption') ?? false
  return html`<div class="${classNames('govuk-panel', !interrupts && 'govuk-panel--confirmation', params.classes)}"${attributes(params.attributes)}>
  <h${level} class="govuk-panel__title">${contentOf({ text: params.titleText, html: params.titleHtml })}</h${level}>
  ${hasContent(params) ? html`<div class="govuk-panel__body">${contentOf(params)}</div>` : nothing}
  ${interrupts && params.actions ? actionGroup(params.actions) : nothing}
</div>`
}
