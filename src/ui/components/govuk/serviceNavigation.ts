import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, isHtml, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  hasContent,
  type Items,
  isFilled,
  type Maybe,
  present,
  type Styling,
} from '../parameters.ts'

export interface ServiceNavigationItem extends Content, Pick<Styling, 'attributes'> {
  /** This very page. */
  readonly current?: Maybe<boolean>
  /** A page in this part of the service. */
  readonly active?: Maybe<boolean>
  readonly href?: Maybe<string>
}

export interface ServiceNavigation extends Styling {
  readonly ariaLabel?: Maybe<string>
  readonly menuButtonText?: Maybe<string>
  readonly menuButtonLabel?: Maybe<string>
  readonly navigationLabel?: Maybe<string>
  readonly navigationId?: Maybe<string>
  readonly navigationClasses?: Maybe<string>
  readonly collapseNavigationOnMobile?: Maybe<boolean>
  readonly serviceName?: Maybe<string>
  readonly serviceUrl?: Maybe<string>
  readonly navigation?: Maybe<Items<ServiceNavigationItem>>
  readonly slots?: Maybe<{
    readonly start?: Maybe<Html>
    readonly end?: Maybe<Html | { readonly html: Html; readonly align?: Maybe<string> }>
    readonly navigationStart?: Maybe<Html>
    readonly navigationEnd?: Maybe<Html>
  }>
}

function name(params: ServiceNavigation): Html {
  if (!params.serviceName) return nothing
  const inside = params.serviceUrl
    ? html`<a href="${params.serviceUrl}" class="govuk-service-navigation__link">${params.serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${params.serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

function item(given: ServiceNavigationItem): Html {
  const isHere = given.active || given.current
  const mark = attributes({ 'aria-current': unlessEmpty(isHere && (given.current ? 'page' : 'true')) })
  // <strong> keeps the current item recognisable to people who set their own colours.
  const words = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(given)}</strong>`
    : contentOf(given)
  const text = hasContent(given)
    ? html`<span class="govuk-service-navigation__text"${mark}>${words}</span>`
    : nothing
  const inside = given.href
    ? html`<a class="govuk-service-navigation__link" href="${given.href}"${mark}${attributes(given.attributes)}>${words}</a>`
    : text
  return html`<li class="${classNames('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}">${inside}</li>`
}

function toggle(params: ServiceNavigation, menuText: string, navigationId: string): Html {
  const label = params.menuButtonLabel !== menuText ? params.menuButtonLabel : undefined
  return html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${navigationId}"${attributes({ 'aria-label': unlessEmpty(label) })} hidden aria-hidden="true">${menuText}</button>`
}

function list(params: ServiceNavigation): Html {
  const items = present(params.navigation)
  const { navigationStart, navigationEnd } = params.slots ?? {}
  if (items.length === 0 && !isFilled(navigationStart) && !isFilled(navigationEnd)) return nothing
  const menuText = params.menuButtonText || 'Menu'
  const navigationId = params.navigationId || 'navigation'
  const collapses = params.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav aria-label="${params.navigationLabel || menuText}" class="${classNames('govuk-service-navigation__wrapper', params.navigationClasses)}">
    ${collapses ? toggle(params, menuText, navigationId) : nothing}
    <ul class="govuk-service-navigation__list" id="${navigationId}">${navigationStart}${items.map(item)}${navigationEnd}</ul>
  </nav>`
}

/** GOV.UK service navigation: the service's name and its main parts. */
export function serviceNavigation(params: ServiceNavigation): Html {
  const end = params.slots?.end
  const endHtml = isHtml(end) ? end : end?.html
  const inline =
    end && !isHtml(end) && end.align === 'inline' && 'govuk-service-navigation__inlining-container'
  const common = html` class="${classNames('govuk-service-navigation', params.classes)}" data-module="govuk-service-navigation"${attributes(params.attributes)}`
  const inside = html`<div class="${classNames('govuk-width-container', inline)}">
    ${params.slots?.start}
    <div class="govuk-service-navigation__container">
      ${name(params)}
      ${list(params)}
    </div>
    ${endHtml}
  </div>`
  const isLandmark = params.serviceName || isFilled(params.slots?.start) || isFilled(endHtml)
  return isLandmark
    ? html`<section aria-label="${params.ariaLabel ?? 'Service information'}"${common}>${inside}</section>`
    : html`<div${common}>${inside}</div>`
}
