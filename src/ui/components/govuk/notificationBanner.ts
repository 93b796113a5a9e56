import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  hasContent,
  isFilled,
  type Maybe,
  type Styling,
} from '../parameters.ts'

export interface NotificationBanner extends Content, Styling {
  readonly titleText?: Maybe<string>
  readonly titleHtml?: Maybe<Html>
  readonly titleHeadingLevel?: Maybe<string | number>
  /** `success` after something was done; the title and role follow from it. */
  readonly type?: Maybe<string>
  readonly role?: Maybe<string>
  readonly titleId?: Maybe<string>
  readonly disableAutoFocus?: Maybe<boolean>
}

function body(params: NotificationBanner): Html {
  if (isFilled(params.html)) return params.html
  return hasContent(params) ? html`<p class="govuk-notification-banner__heading">${params.text}</p>` : nothing
}

/** GOV.UK notification banner: news for this page, or that a thing was done. */
export function notificationBanner(params: NotificationBanner): Html {
  const succeeded = params.type === 'success'
  const title = { text: params.titleText, html: params.titleHtml }
  const level = params.titleHeadingLevel || 2
  const titleId = params.titleId || 'govuk-notification-banner-title'
  const named = attributes({
    role: params.role || (succeeded ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': unlessEmpty(params.disableAutoFocus?.toString()),
  })
  return html`<div class="${classNames('govuk-notification-banner', succeeded && 'govuk-notification-banner--success', params.classes)}"${named}${attributes(params.attributes)}>
  <div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">${hasContent(title) ? contentOf(title) : succeeded ? 'Success' : 'Important'}</h${level}>
  </div>
  <div class="govuk-notification-banner__content">${body(params)}</div>
</div>`
}
