import type { DraftDifference } from '#platform/drafts'
import { type FormIssue, type Html, html, textarea } from '#ui'
import type { Clash } from '../../commands/saveVersioned.ts'
import { longestText, type TextField } from '../../rules/assessmentParts.ts'
import { type FormValues, textOf } from './formValues.ts'
import type { FormState } from './openedForm.ts'

/** The long texts of a form. */
export function textFields(fields: readonly TextField<string>[], { values, errors }: FormState): Html {
  return html`${fields.map(({ name, label, hint, rows }) =>
    textarea({
      name,
      rows,
      label: { text: label, classes: 'govuk-label--m' },
      hint: hint === undefined ? undefined : { text: hint },
      value: textOf(values, name),
      errorMessage: errors.of(name),
    }),
  )}`
}

/** Texts that are too long. */
export function lengthIssues(names: readonly string[], values: FormValues): readonly FormIssue[] {
  return names
    .filter(name => textOf(values, name).length > longestText)
    .map(name => ({
      path: [name],
      message: `This must be ${longestText.toLocaleString('en-GB')} characters or fewer`,
    }))
}

/** Both texts of each field in which two people wrote at once. */
export function differencesOf(
  clashes: readonly Clash[],
  label: (column: string) => string,
  words: (value: string | number | null) => string = value => String(value ?? ''),
): readonly DraftDifference[] {
  return clashes.map(({ column, yours, now }) => ({
    label: label(column),
    yours: words(yours),
    other: words(now),
  }))
}
