import { attributes, translations, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Content, classNames, hasContent, type Maybe, type Styling } from '../parameters.ts'
import { button } from './button.ts'

export interface ExitThisPage extends Content, Styling {
  readonly redirectUrl?: Maybe<string>
  readonly id?: Maybe<string>
  readonly activatedText?: Maybe<string>
  readonly timedOutText?: Maybe<string>
  readonly pressTwoMoreTimesText?: Maybe<string>
  readonly pressOneMoreTimeText?: Maybe<string>
}

const emergency = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`

/** GOV.UK exit-this-page: leaves at once for an ordinary page, for people who may be watched. */
export function exitThisPage(params: ExitThisPage): Html {
  const words = {
    ...translations('activated', params.activatedText),
    ...translations('timed-out', params.timedOutText),
    ...translations('press-two-more-times', params.pressTwoMoreTimesText),
    ...translations('press-one-more-time', params.pressOneMoreTimeText),
  }
  const exit = button({
    html: hasContent(params) ? params.html : emergency,
    text: params.text,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: params.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })
  return html`<div${attributes({ id: unlessEmpty(params.id) })} class="${classNames('govuk-exit-this-page', params.classes)}" data-module="govuk-exit-this-page"${attributes(params.attributes)}${attributes(words)}>${exit}</div>`
}
