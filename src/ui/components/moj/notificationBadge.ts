import { attributes } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import { classNames, type Maybe, type Styling } from '../parameters.ts'

export interface NotificationBadge extends Styling {
  /** How many; nothing is shown for none. */
  readonly text: string | number
  /** What is counted, such as "unread messages", for those who hear the page. */
  readonly visuallyHiddenText?: Maybe<string>
}

/** MoJ notification badge: a count beside a word; from 99 it says "99+". */
export function notificationBadge(params: NotificationBadge): Html {
  const count = Number.parseInt(String(params.text), 10)
  if (!(count > 0)) return nothing
  const many = count >= 99
  const about = params.visuallyHiddenText ? ` ${params.visuallyHiddenText}` : ''
  return html`<span class="${classNames('moj-notification-badge', params.classes)}"${attributes(params.attributes)}>
    <span aria-hidden="true">${many ? '99+' : count}</span>
    <span class="govuk-visually-hidden">(${many ? '99 or more' : count}${about})</span>
  </span>`
}
