import { dayValues, type FormValues, typedOf } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import { codesOf, codeWords } from '#reference'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  radios,
  select,
} from '#ui'
import type { ReferralItems } from '../../queries/readReferral.ts'

/** What the form of a referral shows. */
export type ReferralPage = {
  readonly referral: ReferralItems
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly keys: FormKeys
  /** The decision is a manager's. */
  readonly mayDecide: boolean
  /** Somebody changed it after the form was opened. */
  readonly isStale: boolean
}

/** A referral as the fields of its form. */
export const referralValues = (referral: ReferralItems): FormValues => ({
  source: referral.source ?? '',
  need: referral.primaryNeed ?? '',
  further: referral.isNoFurtherAction === null ? '' : referral.isNoFurtherAction ? 'no' : 'yes',
  ...(referral.decidedOn ? dayValues('decided', referral.decidedOn) : {}),
  ...(referral.feedbackSentOn ? dayValues('told', referral.feedbackSentOn) : {}),
})

const further = { yes: 'Yes, it went further', no: 'No further action' } as const
const words = (set: 'referralSource' | 'primaryNeed') =>
  codesOf(set).map(code => ({ value: code, text: codeWords(set, code) }))

/** The census items of one referral, to be completed or corrected. */
export function referralPage(page: ReferralPage): Html {
  const { referral, values, errors, keys } = page
  const text = (name: string) => typedOf(values, name)
  const known = (set: 'referralSource' | 'primaryNeed') => [
    { value: '', text: 'Not recorded' },
    ...words(set),
  ]
  return html`${errorsAbove(errors)}${page.isStale ? bothTexts(page) : nothing}
<h1 class="govuk-heading-l">The referral of ${formatDate(referral.receivedOn)}</h1>
<form method="post" action="/people/${referral.personId}/referrals/${referral.id}" novalidate data-keep-on-failure>
${formFields(keys)}
<input type="hidden" name="version" value="${referral.version}">
${select({ name: 'source', label: { text: 'Who referred the child?', classes: 'govuk-label--s' }, hint: { text: 'Needed for the children in need census (N00152)' }, items: known('referralSource'), value: text('source'), errorMessage: errors.of('source') })}
${select({ name: 'need', label: { text: 'Primary need', classes: 'govuk-label--s' }, hint: { text: 'The main reason why the child is in need. Needed for the children in need census (N00101)' }, items: known('primaryNeed'), value: text('need'), errorMessage: errors.of('need') })}
${page.mayDecide ? decisionFields(values, errors) : nothing}
${dateFields({ name: 'told', legend: 'When was the referrer told what was decided?', hint: 'Leave empty if not yet', value: dateFieldsFrom(values, 'told'), error: errors.of('told') })}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
<a class="govuk-link" href="/people/${referral.personId}#referrals">Cancel</a></div>
</form>`
}

function decisionFields(values: FormValues, errors: FieldErrors): Html {
  return html`${radios({
    name: 'further',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Was it taken further?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Needed for the children in need census (N00112)' },
    items: Object.entries(further).map(([value, text]) => ({ value, text })),
    value: typedOf(values, 'further'),
    errorMessage: errors.of('further'),
  })}
${dateFields({ name: 'decided', legend: 'When was that decided?', value: dateFieldsFrom(values, 'decided'), error: errors.of('decided') })}`
}

const labels: Readonly<Record<string, string>> = {
  source: 'Who referred the child',
  need: 'Primary need',
  further: 'Whether it was taken further',
  decided: 'Day of the decision',
  told: 'Day on which the referrer was told',
}

/** Both texts of whatever differs from the referral as it stands now. */
function bothTexts({ referral, values }: ReferralPage): Html {
  const now = referralValues(referral)
  return draftConflict({
    between: 'record',
    differences: Object.entries(labels).map(([name, label]) => ({
      label,
      yours: inWords(values, name),
      other: inWords(now, name),
    })),
  })
}

function inWords(values: FormValues, name: string): string {
  const value = typedOf(values, name)
  if (name === 'source' || name === 'need')
    return value && codeWords(name === 'source' ? 'referralSource' : 'primaryNeed', value)
  if (name === 'further') return further[value as keyof typeof further] ?? '' // anything else is no answer
  const { day, month, year } = dateFieldsFrom(values, name)
  return [day, month, year].filter(Boolean).join(' ')
}
