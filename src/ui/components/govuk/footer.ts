import { attributes } from '../../attributes.ts'
import { type Html, html, nothing, raw } from '../../html.ts'
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

export interface FooterLink extends Pick<Styling, 'attributes'> {
  readonly text: string
  readonly href: string
}

export interface FooterNavigation {
  readonly title: string
  readonly columns?: Maybe<number>
  readonly width?: Maybe<string>
  readonly items?: Maybe<Items<FooterLink>>
}

export interface Footer extends Styling {
  readonly meta?: Maybe<
    Content & { readonly visuallyHiddenTitle?: Maybe<string>; readonly items?: Maybe<Items<FooterLink>> }
  >
  readonly navigation?: Maybe<readonly FooterNavigation[]>
  /** null leaves the licence out. */
  readonly contentLicence?: Maybe<Content | null>
  /** null leaves the copyright mark out, as a council's page must: it may not bear the Crown's. */
  readonly copyright?: Maybe<Content | null>
  readonly containerClasses?: Maybe<string>
}

const link = (item: FooterLink): Html =>
  html`<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`

const sectionLink = (item: FooterLink): Html =>
  item.href && item.text ? html`<li class="govuk-footer__list-item">${link(item)}</li>` : nothing

function section(navigation: FooterNavigation): Html {
  const columns = navigation.columns && `govuk-footer__list--columns-${navigation.columns}`
  const list = navigation.items?.length
    ? html`<ul class="${classNames('govuk-footer__list', columns || undefined)}">${each(navigation.items, sectionLink)}</ul>`
    : nothing
  return html`<div class="govuk-footer__section govuk-grid-column-${navigation.width || 'full'}">
    <h2 class="govuk-footer__heading govuk-heading-m">${navigation.title}</h2>
    ${list}
  </div>`
}

function meta(given: Footer['meta']): Html {
  if (!given) return nothing
  const inline = (item: FooterLink): Html =>
    html`<li class="govuk-footer__inline-list-item">${link(item)}</li>`
  return html`<h2 class="govuk-visually-hidden">${given.visuallyHiddenTitle || 'Support links'}</h2>
    ${given.items?.length ? html`<ul class="govuk-footer__inline-list">${each(given.items, inline)}</ul>` : nothing}
    ${hasContent(given) ? html`<div class="govuk-footer__meta-custom">${contentOf(given)}</div>` : nothing}`
}

const licenceLogo = raw(
  `<svg aria-hidden="true" focusable="false" class="govuk-footer__licence-logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 483.2 195.7" height="17" width="41"><path fill="currentColor" d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"/></svg>`,
)

const openGovernmentLicence = html`All content is available under the
  <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>, except where otherwise stated`

const licence = (given: Content | undefined): Html =>
  html`${licenceLogo}<span class="govuk-footer__licence-description">${hasContent(given) ? contentOf(given) : openGovernmentLicence}</span>`

const copyrightMark = (given: Content | undefined): Html =>
  html`<div class="govuk-footer__meta-item">
    <a class="govuk-footer__link govuk-footer__copyright-logo" href="https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/">${hasContent(given) ? contentOf(given) : '© Crown copyright'}</a>
  </div>`

/** GOV.UK footer, without the crown above it that the official one draws. */
export function footer(params: Footer): Html {
  const navigation = params.navigation?.length
    ? html`<div class="govuk-footer__navigation">${params.navigation.map(section)}</div>
    <hr class="govuk-footer__section-break">`
    : nothing
  return html`<div class="${classNames('govuk-footer', params.classes)}"${attributes(params.attributes)}>
  <div class="${classNames('govuk-width-container', params.containerClasses)}">
    ${navigation}
    <div class="govuk-footer__meta">
      <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
        ${meta(params.meta)}
        ${params.contentLicence === null ? nothing : licence(params.contentLicence)}
      </div>
      ${params.copyright === null ? nothing : copyrightMark(params.copyright)}
    </div>
  </div>
</div>`
}
