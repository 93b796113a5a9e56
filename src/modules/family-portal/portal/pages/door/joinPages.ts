import { type FormKeys, formFields } from '#platform/http'
import { authenticatorAddress, secretText } from '#platform/keys'
import {
  button,
  details,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  input,
  passwordInput,
  radios,
} from '#ui'
import type { Door } from '../../../keys/door.ts'
import { pendingSecret } from '../../../keys/join.ts'
import { grouped } from '../../../keys/readableCode.ts'
import type { FamilySession } from '../../../keys/sessions.ts'
import type { PortalReply } from '../../portalRoute.ts'

export const startPage = (keys: FormKeys, number: string, errors: FieldErrors): PortalReply => ({
  kind: 'page',
  status: errors.list.length > 0 ? 422 : 200,
  title: 'Begin',
  hasErrors: errors.list.length > 0,
  back: '/sign-in',
  shown: 'nothing',
  content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Begin with your letter</h1>
<p class="govuk-body">You were given a letter with a number and a code. The code works once.</p>
<form method="post" action="/start" novalidate autocomplete="off">
  ${formFields(keys)}
  ${input({ name: 'number', label: { text: 'Your number' }, hint: { text: 'It has 9 figures.' }, inputmode: 'numeric', autocomplete: 'off', value: number, classes: 'govuk-input--width-10', errorMessage: errors.of('number') })}
  ${input({ name: 'code', label: { text: 'Your code' }, hint: { text: 'It has 12 letters and figures. Small letters are fine.' }, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, classes: 'govuk-input--width-20' })}
  ${button({ text: 'Go on', preventDoubleClick: true })}
</form>`,
})

export const wrongCode = fieldErrors([
  {
    path: ['number'],
    message:
      'The number and the code do not open anything. Look at each and try again. After 5 wrong tries, or 14 days, a code stops working: then ask your worker for a new letter.',
  },
])

export const wordPage = async (
  door: Door,
  session: FamilySession,
  keys: FormKeys,
  chosen: string,
  errors: FieldErrors,
): Promise<PortalReply> => {
  const secret = await pendingSecret(door, session)
  return {
    kind: 'page',
    status: errors.list.length > 0 ? 422 : 200,
    title: 'Choose a secret word',
    hasErrors: errors.list.length > 0,
    shown: 'nothing',
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Choose a secret word</h1>
<form method="post" action="/word" novalidate autocomplete="off">
  ${formFields(keys)}
  ${passwordInput({ name: 'word', label: { text: 'Your secret word, or two or three words' }, hint: { text: 'At least 8 letters. Do not use a name, a birthday or a word that somebody in your family could guess. Nobody else will know it, not even us.' }, autocomplete: 'off', errorMessage: errors.of('word') })}
  ${radios({
    name: 'by',
    value: chosen,
    fieldset: {
      legend: {
        text: 'You also need a number that works once, each time. How do you want to get it?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    errorMessage: errors.of('by'),
    items: [
      {
        value: 'card',
        text: 'A card with numbers',
        hint: {
          text: 'We show it next. Write it down or print it, and keep it where nobody else looks. Good if somebody else looks at your phone.',
        },
      },
      {
        value: 'authenticator',
        text: 'An app on my phone that makes numbers',
        hint: { text: 'Only if nobody else looks at your phone.' },
        conditional: { html: appHelp(secret, errors) },
      },
    ],
  })}
  ${button({ text: 'Go on', preventDoubleClick: true })}
</form>`,
  }
}

const appHelp = (secret: Buffer, errors: FieldErrors): Html => html`
${details({
  summaryText: 'How to set up the app',
  html: html`<p class="govuk-body">On this phone: <a class="govuk-link" href="${authenticatorAddress(secret)}">open my app</a>. It will be called “Messages”.</p>
<p class="govuk-body">On another phone: in the app choose “enter a key” and type <strong>${grouped(secretText(secret), 4)}</strong>.</p>`,
})}
${input({ name: 'once', label: { text: 'The number that the app shows now' }, inputmode: 'numeric', autocomplete: 'one-time-code', classes: 'govuk-input--width-10', errorMessage: errors.of('once') })}`

/** Shown once, on the answer to the form: no page has it afterwards. */
export const cardPage = (card: readonly string[]): Html => html`<h1 class="govuk-heading-l">Your card</h1>
<p class="govuk-body">You are in. Next time you need your number, your secret word and <strong>one number from this card</strong>. Each works once. Cross it out when you have used it.</p>
<p class="govuk-body"><strong>This is the only time that you see the card.</strong> Write it down or print it now. Your worker can give you a new card.</p>
<ol class="govuk-list govuk-list--number">${card.map(number => html`<li>${grouped(number, 4)}</li>`)}</ol>
<p class="govuk-body"><a class="govuk-button" href="/" role="button" draggable="false" data-module="govuk-button">I have my card: go on</a></p>`
