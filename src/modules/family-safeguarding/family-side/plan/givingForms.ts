import { copiedWordsHtml, languages, type PlanShare, shareWays, shareWords, typedOf } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  radios,
  select,
  textarea,
  warningText,
} from '#ui'
import { familyPath } from '../../frame/familyParams.ts'
import { type FamilySheet, sheetQuery } from './readSheet.ts'

/** What was sent and not kept, with its errors. */
export type Typed = {
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly today: Temporal.PlainDate
}

/** That the sheet was given: it counts as given for the plan of each child on it. */
export function shareForm(view: FamilySheet, { values, errors, keys, today }: Typed): Html {
  const { open, recipient, faults } = view
  if (recipient === null || faults === null) return nothing
  return html`<form method="post" action="${familyPath(open.family.id, '/family/plan/shares')}?${sheetQuery(view)}" novalidate data-keep-on-failure>
${formFields(keys)}
<h2 class="govuk-heading-m">It was shared with ${recipient.displayName}</h2>
${warningText({ text: 'Check that this person may know everything on the sheet, of each child, and how to reach them safely' })}
${dateFields({ name: 'shared', legend: 'When?', value: 'shared-day' in values ? dateFieldsFrom(values, 'shared') : today, error: errors.of('shared') })}
${radios({
  name: 'how',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  items: shareWays.map(way => ({ value: way, text: shareWords[way] })),
  value: typedOf(values, 'how'),
  errorMessage: errors.of('how'),
})}
${copiedWordsHtml(faults, errors, typedOf(values, 'copied_reason'))}
${select({ name: 'lang', label: { text: 'In which language was it read or explained?', classes: 'govuk-label--s' }, items: languages, value: typedOf(values, 'lang') || 'en' })}
${button({ text: 'Record that it was shared', preventDoubleClick: true })}
</form>`
}

/** The last time each plan of the sheet was given to its reader. */
export function lastShares({ plans, shares, recipient }: FamilySheet): readonly PlanShare[] {
  return plans.flatMap(
    plan => shares.find(one => one.planId === plan.id && one.recipientId === recipient?.id) ?? [],
  )
}

/** What they say of it: kept for the plan of each child that was shared with them. */
export function heardForm(view: FamilySheet, { values, errors, keys }: Typed): Html {
  const shares = lastShares(view)
  const [first] = shares
  if (first === undefined || view.recipient === null) return nothing
  const typed = 'understood' in values || 'words' in values
  const shown = typed ? values : { understood: first.understood, agrees: first.agrees, words: first.words }
  const three = (name: 'understood' | 'agrees', legend: string, no: string) =>
    radios({
      name,
      idPrefix: name,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'partly', text: 'In part' },
        { value: 'no', text: no },
      ],
      value: typedOf(shown, name),
      errorMessage: errors.of(name),
    })
  return html`<form method="post" action="${familyPath(view.open.family.id, '/family/plan/heard')}?${sheetQuery(view)}" novalidate data-keep-on-failure>
${formFields(keys)}
<h2 class="govuk-heading-m">What ${view.recipient.displayName} says of it</h2>
<p class="govuk-body">Shared on ${formatDate(first.sharedOn)}. Kept with the plan of each child on the sheet.</p>
${shares.map(({ id, version }) => html`<input type="hidden" name="seen-${id}" value="${version}">`)}
${three('understood', 'Do they understand the plan?', 'No')}${three('agrees', 'Do they agree with it?', 'No, they disagree')}
${textarea({ name: 'words', rows: 3, label: { text: 'Their words', classes: 'govuk-label--s' }, value: typedOf(shown, 'words'), errorMessage: errors.of('words') })}
${button({ text: 'Save what they say', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
