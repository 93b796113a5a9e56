import { numberOf, secretFrom, stepAt } from '#platform/keys'
import { type Html, html } from '#ui'
import { invitedPerson } from '../../demo/invitedPerson.ts'

/** What lets the demonstration's invited person in now; a code serves once, and the next comes with the next half minute. */
export function demoKeysPage(now: Temporal.Instant): Html {
  const { name, role, email, passphrase, secret } = invitedPerson
  const code = numberOf(secretFrom(secret), stepAt(now))
  return html`<div class="govuk-inset-text"><p class="govuk-body">In this demonstration you may be <strong>${name}</strong>, ${role.toLowerCase()}, who was invited.</p>
<dl class="govuk-summary-list">${[
    ['E-mail address', email],
    ['Passphrase', passphrase],
    ['Code now', code],
    ['Key, for an authenticator app', secret],
  ].map(
    ([label, value]) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${label}</dt><dd class="govuk-summary-list__value">${value}</dd></div>`,
  )}</dl>
<p class="govuk-body">Each code serves once. For another, wait half a minute and load the page again.</p></div>`
}
