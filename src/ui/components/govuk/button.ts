import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, type HtmlValue, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, isFilled, type Maybe, type Styling } from '../parameters.ts'

export interface Button extends Content, Styling {
  readonly type?: Maybe<string>
  readonly name?: Maybe<string>
  readonly value?: Maybe<string>
  readonly disabled?: Maybe<boolean>
  /** Makes a link that looks like a button. */
  readonly href?: Maybe<string>
  readonly preventDoubleClick?: Maybe<boolean>
  readonly isStartButton?: Maybe<boolean>
  readonly id?: Maybe<string>
}

// focusable="false" keeps old browsers from stopping at the drawing when tabbing.
const startIcon = html`<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
  </svg>`

// Start buttons are flex boxes, which drop the spaces between elements: hence the span.
const words = (params: Button): HtmlValue =>
  params.isStartButton && isFilled(params.html) ? html`<span>${params.html}</span>` : contentOf(params)

/** GOV.UK button, or a link drawn as one when `href` is given. */
export function button(params: Button): Html {
  const classes = classNames('govuk-button', params.classes, params.isStartButton && 'govuk-button--start')
  const common = html` class="${classes}" data-module="govuk-button"${attributes(params.attributes)}${attributes({ id: unlessEmpty(params.id) })}`
  const icon = params.isStartButton ? startIcon : nothing
  if (params.href) {
    return html`<a href="${params.href}" role="button" draggable="false"${common}>${words(params)}${icon}</a>`
  }
  const own = attributes({
    type: params.type || 'submit',
    value: unlessEmpty(params.value),
    name: unlessEmpty(params.name),
    disabled: unlessEmpty(params.disabled),
    'aria-disabled': unlessEmpty(params.disabled && 'true'),
    'data-prevent-double-click': unlessEmpty(params.preventDoubleClick?.toString()),
  })
  return html`<button${own}${common}>${words(params)}${icon}</button>`
}
