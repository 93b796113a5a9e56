import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  input,
  nothing,
  passwordInput,
} from '#ui'
import { signIn } from '../../../keys/signIn.ts'
import { demoFamilies } from '../../../rules/demoFamilies.ts'
import type { DoorRoute, PortalReply } from '../../portalRoute.ts'

const textOf = (sent: Readonly<Record<string, unknown>>, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

const signInPage = (keys: FormKeys, number: string, errors: FieldErrors, isDemo: boolean): PortalReply => ({
  kind: 'page',
  status: errors.list.length > 0 ? 422 : 200,
  title: 'Sign in',
  hasErrors: errors.list.length > 0,
  shown: 'nothing',
  content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Sign in</h1>
<form method="post" action="/sign-in" novalidate autocomplete="off">
  ${formFields(keys)}
  ${input({ name: 'number', label: { text: 'Your number' }, hint: { text: 'It has 9 figures. It is in your letter.' }, inputmode: 'numeric', autocomplete: 'off', value: number, classes: 'govuk-input--width-10', errorMessage: errors.of('number') })}
  ${passwordInput({ name: 'word', label: { text: 'Your secret word' }, autocomplete: 'off', errorMessage: errors.of('word') })}
  ${input({ name: 'once', label: { text: 'A number that works once' }, hint: { text: 'From your app, or the next number on your card.' }, inputmode: 'numeric', autocomplete: 'one-time-code', classes: 'govuk-input--width-10', errorMessage: errors.of('once') })}
  ${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/start">I have a letter with a code and have not been here before</a></p>
${isDemo ? demoHelp() : nothing}`,
})

/** Printed on a database that the demonstration made, and no other. */
const demoHelp =
  (): Html => html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">This is a demonstration: who can sign in</span></summary>
<div class="govuk-details__text">${demoFamilies.map(
    ({ who, number, word, card }) => html`<h2 class="govuk-heading-s">${who}</h2>
<p class="govuk-body">Number ${number}. Secret word: ${word}. Card, each number works once: ${card.join(', ')}.</p>`,
  )}</div></details>`

const wrong = fieldErrors([
  {
    path: ['number'],
    message:
      'One of the three is not right. Look at each and try again. If it does not work, wait an hour, or ask your worker for a new letter.',
  },
])

export const signInRoutes: readonly DoorRoute[] = [
  {
    method: 'GET',
    url: '/sign-in',
    admits: 'anyone',
    async enter({ form, isDemo }) {
      return signInPage(form, '', fieldErrors([]), isDemo)
    },
  },
  {
    method: 'POST',
    url: '/sign-in',
    admits: 'anyone',
    isTry: true,
    async enter({ door, sent, form, address, token, isDemo }) {
      const number = textOf(sent, 'number')
      const session = await signIn(door, {
        number,
        word: textOf(sent, 'word'),
        once: textOf(sent, 'once'),
        address,
        replaces: token,
      })
      if (session === null) return signInPage(form, number, wrong, isDemo)
      return { kind: 'redirect', location: '/', token: session }
    },
  },
]
