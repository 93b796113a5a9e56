import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { type Content, classNames, contentOf, hasContent, type Maybe, type Styling } from '../parameters.ts'
import { type AlertVariant, alertIconPaths } from './alertIconPaths.ts'

export interface Alert extends Content, Styling {
  readonly variant?: Maybe<AlertVariant>
  readonly title: string
  readonly showTitleAsHeading?: Maybe<boolean>
  readonly headingTag?: Maybe<'h2' | 'h3' | 'h4'>
  readonly dismissible?: Maybe<boolean>
  readonly dismissText?: Maybe<string>
  readonly disableAutoFocus?: Maybe<boolean>
  readonly focusOnDismissSelector?: Maybe<string>
  readonly role?: Maybe<string>
}

function words(params: Alert): Html {
  const tag = params.headingTag || 'h2'
  if (!hasContent(params)) return html`${params.title}`
  const heading = params.showTitleAsHeading
    ? html`<${tag} class="moj-alert__heading">${params.title}</${tag}>`
    : nothing
  return html`${heading}${contentOf(params)}`
}

/** MoJ alert: a message in the flow of the page, by kind; the kind is also read out. */
export function alert(params: Alert): Html {
  const variant = params.variant || 'information'
  const classes = classNames(
    'moj-alert',
    `moj-alert--${variant}`,
    params.showTitleAsHeading && hasContent(params) && 'moj-alert--with-heading',
    params.classes,
  )
  const settings = attributes({
    role: params.role || 'region',
    class: classes,
    'aria-label': `${variant}: ${params.title}`,
    'data-module': 'moj-alert',
    'data-dismissible': unlessEmpty(params.dismissible && 'true'),
    'data-disable-auto-focus': unlessEmpty(params.disableAutoFocus && 'true'),
    'data-focus-on-dismiss-selector': unlessEmpty(params.focusOnDismissSelector),
  })
  return html`<div${settings}${attributes(params.attributes)}>
  <div>
    <svg class="moj-alert__icon" role="presentation" focusable="false" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" height="30" width="30">${alertIconPaths[variant]}</svg>
  </div>
  <div class="moj-alert__content">${words(params)}</div>
  <div class="moj-alert__action">
    <button class="moj-alert__dismiss" hidden>${params.dismissText || 'Dismiss'}</button>
  </div>
</div>`
}
