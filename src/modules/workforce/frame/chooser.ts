import { button, type Html, html, select } from '#ui'

type Choice = { readonly value: string; readonly text: string }

/** One select of a list's form; the first choice is everything. */
export type Chooser = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly choices: readonly Choice[]
  readonly value: string
}

/** The form that narrows a list, sent by GET so that the state stays in the address. @param kept further parts of the address */
export function chooserForm(
  action: string,
  choosers: readonly Chooser[],
  kept: Readonly<Record<string, string | null>> = {},
): Html {
  return html`<form method="get" action="${action}" class="kith-no-print" novalidate>
  ${Object.entries(kept).map(([name, value]) => (value === null ? '' : html`<input type="hidden" name="${name}" value="${value}">`))}
  <div class="govuk-grid-row">${choosers.map(
    ({ name, label, all, choices, value }) =>
      html`<div class="govuk-grid-column-one-third">${select({
        name,
        label: { text: label },
        items: [{ value: '', text: all }, ...choices],
        value,
      })}</div>`,
  )}</div>
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`
}

/** The choices that words make. */
export const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** Distinct choices out of rows, by their text. */
export function distinctChoices<Row>(
  rows: readonly Row[],
  of: (row: Row) => readonly [string | null, string | null],
): readonly Choice[] {
  const found = new Map<string, string>()
  for (const [value, text] of rows.map(of)) if (value !== null) found.set(value, text ?? value)
  return [...found]
    .map(([value, text]) => ({ value, text }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
}
