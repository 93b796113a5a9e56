import type { FormValues, OwnerChoice } from '#modules/casework'
import { type FormKeys, formFields, type Reply } from '#platform/http'
import { button, errorsAbove, type FieldErrors, type Html, html, nothing } from '#ui'
import { actionFields } from './outcomeForm.ts'
import { planReply } from './planReply.ts'
import type { PlanView } from './planView.ts'

/** What the form of an action shows. */
export type ActionPage = {
  readonly view: PlanView
  readonly title: string
  readonly action: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly choices: readonly OwnerChoice[]
  readonly more: Html
  readonly above?: Html
  readonly isStale?: boolean
}

/** The form of one action, new or standing. */
export function actionPage(given: ActionPage): Reply {
  const { view, errors, values } = given
  return planReply(view, {
    title: `${given.title} - Child in need plan`,
    hasErrors: errors.list.length > 0,
    ...(given.isStale ? { status: 409 } : {}),
    about: view.planned.map(({ id }) => id),
    content: html`${errorsAbove(errors)}${given.above ?? nothing}
<h1 class="govuk-heading-l">${given.title}</h1>
<form method="post" action="${given.action}" novalidate data-keep-on-failure>
${formFields(given.keys)}
${actionFields(values, errors, given.choices, false)}
${given.more}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
<a class="govuk-link" href="/people/${view.personId}/plan">Cancel</a></div>
</form>`,
  })
}
