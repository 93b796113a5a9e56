import { type BackLink, backLink } from '../components/govuk/backLink.ts'
import { type Breadcrumbs, breadcrumbs } from '../components/govuk/breadcrumbs.ts'
import { footer } from '../components/govuk/footer.ts'
import { genericHeader } from '../components/govuk/genericHeader.ts'
import { type PhaseBanner, phaseBanner } from '../components/govuk/phaseBanner.ts'
import { type ServiceNavigationItem, serviceNavigation } from '../components/govuk/serviceNavigation.ts'
import { skipLink } from '../components/govuk/skipLink.ts'
import { classNames, type Items, type Maybe } from '../components/parameters.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Account, account } from './account.ts'

/** Where the links at the foot of every page lead; always there and always in this order (WCAG 2.2, 3.2.6). */
export interface FootLinks {
  readonly accessibility: string
  readonly privacy: string
  readonly help: string
}

export interface Page {
  /** What the page is, never whose: titles stay in browser histories and on shared screens. */
  readonly title: string
  readonly serviceName: string
  /** The council's name, in the header of every page. */
  readonly authorityName: string
  readonly homePath?: Maybe<string>
  readonly lang?: Maybe<string>
  readonly navigation?: Maybe<Items<ServiceNavigationItem>>
  /** Who is signed in; left out on pages that need no sign-in. */
  readonly user?: Maybe<Account>
  readonly breadcrumbs?: Maybe<Breadcrumbs>
  readonly backLink?: Maybe<BackLink>
  readonly phase?: Maybe<PhaseBanner>
  /** Something true of the whole page, such as that it shows the record as it was known in the past. */
  readonly banner?: Maybe<Html>
  readonly beforeContent?: Maybe<Html>
  readonly content: Html
  /** The page shows answers that need mending: its title begins with "Error". */
  readonly hasErrors?: Maybe<boolean>
  /** Wider than the usual 960 pixels, for tables and plans. */
  readonly isWide?: Maybe<boolean>
  /** `assetPath` of `assetFiles()`. */
  readonly assetPath: string
  /** The council's own stylesheet: `theme-<name>` for the name given to `assetFiles`. */
  readonly theme?: Maybe<string>
  /** Further modules of the page, by their names under the asset path. */
  readonly scripts?: Maybe<readonly string[]>
  readonly footLinks?: Maybe<FootLinks>
  /** Without scripts the browser asks for the page again after so many seconds: something on it is still going on. */
  readonly renewsEvery?: Maybe<number>
}

const usualFootLinks: FootLinks = { accessibility: '/accessibility', privacy: '/privacy', help: '/help' }

function head(params: Page): Html {
  const { assetPath, theme } = params
  const title = `${params.hasErrors ? 'Error: ' : ''}${params.title} - ${params.serviceName} - ${params.authorityName}`
  return html`<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="${assetPath}/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetPath}/kith.css">
  ${theme ? html`<link rel="stylesheet" href="${assetPath}/${theme}.css">` : nothing}
  ${params.renewsEvery ? html`<noscript><meta http-equiv="refresh" content="${params.renewsEvery}"></noscript>` : nothing}
</head>`
}

function header(params: Page): Html {
  const home = params.homePath ?? '/'
  return html`<header class="govuk-template__header">
  ${genericHeader({ logoText: params.authorityName, url: home })}
  ${serviceNavigation({
    serviceName: params.serviceName,
    serviceUrl: home,
    navigation: params.navigation,
    slots: { end: params.user && { html: account(params.user), align: 'inline' } },
  })}
</header>`
}

function above(params: Page): Html {
  const trail = params.breadcrumbs ? breadcrumbs(params.breadcrumbs) : nothing
  const back = params.backLink ? html`<nav aria-label="Back">${backLink(params.backLink)}</nav>` : nothing
  const banner = params.banner ? html`<div class="kith-banner">${params.banner}</div>` : nothing
  return html`${params.phase ? phaseBanner(params.phase) : nothing}${banner}${trail}${back}${params.beforeContent}`
}

function foot(links: FootLinks): Html {
  const items = [
    { text: 'Accessibility', href: links.accessibility },
    { text: 'Privacy', href: links.privacy },
    { text: 'Help', href: links.help },
  ]
  return html`<footer class="govuk-template__footer">${footer({ meta: { items }, contentLicence: null, copyright: null })}</footer>`
}

/**
 * A whole page of the service. It holds no inline script, style or handler, so that a content security policy
 * may allow only files of our own. Without scripts everything on it still works.
 */
export function page(params: Page): Html {
  const scripts = ['start.js', ...(params.scripts ?? [])]
  const module = (name: string): Html =>
    html`<script type="module" src="${params.assetPath}/${name}"></script>`
  return html`<!DOCTYPE html>
<html lang="${params.lang ?? 'en-GB'}" class="govuk-template">
${head(params)}
<body class="${classNames('govuk-template__body', params.isWide && 'kith-page--wide')}">
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(params)}
<div class="govuk-width-container">
  ${above(params)}
  <main class="govuk-main-wrapper" id="main-content">
    ${params.content}
  </main>
</div>
${foot(params.footLinks ?? usualFootLinks)}
${scripts.map(module)}
</body>
</html>
`
}
