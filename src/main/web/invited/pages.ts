import { authenticatorAddress, qrPath, secretText } from '#platform/keys'
import { button, errorsAbove, type FieldErrors, type Html, html, input, nothing, passwordInput } from '#ui'

/** A form of the way in for invited workers. */
export type EntryForm = {
  readonly title: string
  readonly action: string
  readonly email: string
  readonly errors: FieldErrors
  readonly hidden?: Readonly<Record<string, string>>
  /** What the code is asked for. */
  readonly hint: string
  readonly before?: Html
  /** Asks for a new passphrase as well. */
  readonly isChange?: boolean
  readonly button: string
}

const hiddenFields = (fields: Readonly<Record<string, string>> = {}): Html =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

/** E-mail address, passphrase and code: nothing here tells whether anybody is known. */
export const entryPage = (form: EntryForm): Html => html`${errorsAbove(form.errors)}
<h1 class="govuk-heading-l">${form.title}</h1>${form.before ?? nothing}
<form method="post" action="${form.action}" novalidate>${hiddenFields(form.hidden)}
  ${input({ name: 'email', type: 'email', label: { text: 'Your work e-mail address' }, autocomplete: 'username', spellcheck: false, value: form.email, errorMessage: form.errors.of('email') })}
  ${passwordInput({ name: 'passphrase', label: { text: 'Your passphrase' }, autocomplete: 'current-password' })}
  ${input({ name: 'code', label: { text: 'Your code' }, hint: { text: form.hint }, autocomplete: 'one-time-code', spellcheck: false, classes: 'govuk-input--width-20' })}
  ${form.isChange === true ? chosenFields(form.errors, 'Your new passphrase') : nothing}
  ${button({ text: form.button, preventDoubleClick: true })}
</form>`

const chosenFields = (errors: FieldErrors, label: string): Html => html`
  ${passwordInput({ name: 'chosen', label: { text: label }, hint: { text: 'At least 14 letters: three or four words that have nothing to do with each other or with you. Capitals do not matter.' }, autocomplete: 'new-password', errorMessage: errors.of('chosen') })}
  ${passwordInput({ name: 'again', label: { text: 'The same once more' }, autocomplete: 'new-password', errorMessage: errors.of('again') })}`

/** Where an invitation's address leads: a script takes the code out of the address, and without one it is typed. */
export const linkPage: Html = html`<h1 class="govuk-heading-l">Begin with your invitation</h1>
<form method="post" action="/sign-in/invitation" data-invitation novalidate>
  ${input({ name: 'link', label: { text: 'Your invitation code' }, hint: { text: 'The letters and figures behind the # of the address that you were given.' }, autocomplete: 'off', spellcheck: false })}
  ${button({ text: 'Go on', preventDoubleClick: true })}
</form>`

/** The page of an invitation: a passphrase is chosen first. */
export const invitationPage = (
  link: string,
  email: string,
  errors: FieldErrors,
): Html => html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Begin with your invitation</h1>
<p class="govuk-body">You choose a passphrase, then set up an app that makes codes. You need both each time you sign in.</p>
<form method="post" action="/sign-in/invitation" novalidate>${hiddenFields({ link })}
  <input type="hidden" name="username" autocomplete="username" value="${email}">
  ${chosenFields(errors, 'Choose a passphrase')}
  ${button({ text: 'Go on', preventDoubleClick: true })}
</form>`

const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

/** The address as a picture that an app reads by its camera; what it holds stands beside it as words. */
function drawn(address: string): Html {
  const { path, side } = qrPath(address)
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${side * 5}" height="${side * 5}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="QR code of the key below">
<rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`
}

/** The secret of an authenticator, until its first number was given. */
export const devicePage = (secret: Buffer, errors: FieldErrors): Html => html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Set up your authenticator app</h1>
<p class="govuk-body">Use any authenticator app on a phone or computer that only you use for work.</p>
<ol class="govuk-list govuk-list--number">
  <li>If the app is on a phone, point it at this picture.
    <p class="govuk-body">${drawn(authenticatorAddress(secret, 'Work record'))}</p>
    If it is on this device, <a class="govuk-link" href="${authenticatorAddress(secret, 'Work record')}">open your app</a>. Or choose “enter a key” in the app and type:
    <p class="govuk-body"><strong>${grouped(secretText(secret))}</strong></p></li>
  <li>Type the 6 figures that the app shows now.</li>
</ol>
<form method="post" action="/sign-in/device" novalidate>
  ${input({ name: 'code', label: { text: 'Code from the app' }, inputmode: 'numeric', autocomplete: 'one-time-code', classes: 'govuk-input--width-10', errorMessage: errors.of('code') })}
  ${button({ text: 'Finish', preventDoubleClick: true })}
</form>`

/** Shown once, on the answer to the form: no page has them afterwards. */
export const codesPage = (
  codes: readonly string[],
): Html => html`<h1 class="govuk-heading-l">Your recovery codes</h1>
<p class="govuk-body">Your app is set up. If you lose it, one of these codes lets you set up another. Each works once.</p>
<p class="govuk-body"><strong>This is the only time that you see them.</strong> Print them or keep them where you keep passwords, not on the same device.</p>
<ul class="govuk-list govuk-list--bullet">${codes.map(code => html`<li>${code}</li>`)}</ul>
<p class="govuk-body">Each code of the app works once: wait for the next one before you sign in.</p>
<p class="govuk-body"><a class="govuk-button" href="/sign-in/invited" role="button" draggable="false" data-module="govuk-button">Sign in</a></p>`

/** What else whoever cannot sign in may do. */
export const otherWays: Html = html`<p class="govuk-body"><a class="govuk-link" href="/sign-in/new-device">I have lost my authenticator app</a></p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/passphrase">Change my passphrase</a></p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/organisation">Sign in with my organisation’s account</a></p>`
