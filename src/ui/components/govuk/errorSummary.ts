import { attributes, unlessEmpty } from '../../attributes.ts'
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

export interface ErrorSummaryItem extends Content, Pick<Styling, 'attributes'> {
  /** Where the answer is mended: `#` and the id of the field. */
  readonly href?: Maybe<string>
}

export interface ErrorSummary extends Styling {
  readonly titleText?: Maybe<string>
  readonly titleHtml?: Maybe<Html>
  readonly descriptionText?: Maybe<string>
  readonly descriptionHtml?: Maybe<Html>
  readonly errorList?: Maybe<Items<ErrorSummaryItem>>
  readonly disableAutoFocus?: Maybe<boolean>
}

const line = (item: ErrorSummaryItem): Html =>
  item.href
    ? html`<li><a href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`
    : html`<li>${contentOf(item)}</li>`

/** GOV.UK error summary, shown above the page heading when answers need mending. */
export function errorSummary(params: ErrorSummary): Html {
  const description = { text: params.descriptionText, html: params.descriptionHtml }
  const focus = attributes({ 'data-disable-auto-focus': unlessEmpty(params.disableAutoFocus?.toString()) })
  // role="alert" sits on a child, apart from the element that takes focus, so that screen readers say it whole.
  return html`<div class="${classNames('govuk-error-summary', params.classes)}"${focus}${attributes(params.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${contentOf({ text: params.titleText, html: params.titleHtml })}</h2>
    <div class="govuk-error-summary__body">
      ${hasContent(description) ? html`<p>${contentOf(description)}</p>` : nothing}
      ${params.errorList?.length ? html`<ul class="govuk-list govuk-error-summary__list">${each(params.errorList, line)}</ul>` : nothing}
    </div>
  </div>
</div>`
}
