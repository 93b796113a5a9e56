import type { FormKeys } from '#platform/http'
import { formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { backLink, button, exitThisPage, type Html, html, nothing, notificationBanner, skipLink } from '#ui'

/** Everything around the content of a page. */
export type PortalPage = {
  readonly title: string
  readonly content: Html
  readonly assetPath: string
  readonly hasErrors?: boolean | undefined
  readonly back?: string | undefined
  readonly success?: string | null
  /** Somebody is in: they may sign out, and say that they see something they should not. */
  readonly form?: FormKeys | null
  readonly copyId?: Uuid | undefined
}

/** What every page is called: nothing that tells whose, or of what service. */
const NAME = 'Messages'

/**
 * A page of the portal. Its title, header and icon say "Messages" and no more; it holds nothing from elsewhere, no inline script or
 * style; everything on it works without scripts. The way out is on every page.
 */
export function portalPage(page: PortalPage): Html {
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>${page.hasErrors ? 'Error: ' : ''}${page.title === NAME ? NAME : `${page.title} - ${NAME}`}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="robots" content="noindex, nofollow">
  <link rel="stylesheet" href="${page.assetPath}/kith.css">
</head>
<body class="govuk-template__body kith-portal">
${skipLink({ href: '#main-content', text: 'Skip to what this page says' })}
<header class="kith-portal-header">
  <div class="govuk-width-container">
    <p class="kith-portal-header__name"><a href="/">${NAME}</a></p>
    ${page.form ? signOut(page.form) : nothing}
  </div>
</header>
<div class="govuk-width-container">
  <div class="kith-portal-exit">${exitThisPage({ redirectUrl: '/leave', text: 'Leave this page now' })}</div>
  ${page.back === undefined ? nothing : html`<nav aria-label="Back">${backLink({ href: page.back })}</nav>`}
  <main class="govuk-main-wrapper" id="main-content">
    ${page.success ? notificationBanner({ type: 'success', text: page.success }) : nothing}
    ${page.content}
    ${page.form ? shouldNotSee(page.copyId) : nothing}
  </main>
</div>
<footer class="kith-portal-foot">
  <div class="govuk-width-container">
    <p class="govuk-body-s"><a class="govuk-link" href="/help">Help, and how this page keeps things private</a></p>
  </div>
</footer>
<script type="module" src="${page.assetPath}/start.js"></script>
<script type="module" src="${page.assetPath}/leave.js"></script>
</body>
</html>
`
}

const signOut = (form: FormKeys): Html =>
  html`<form class="kith-portal-header__out" method="post" action="/sign-out">${formFields(form)}${button({ text: 'Sign out', classes: 'govuk-button--secondary' })}</form>`

const shouldNotSee = (copyId: Uuid | undefined): Html =>
  html`<p class="govuk-body kith-portal-wrong"><a class="govuk-link" href="/wrong${copyId === undefined ? '' : `/${copyId}`}">I can see something I should not</a></p>`
