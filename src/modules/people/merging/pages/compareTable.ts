import { formatDate, type Html, html, table } from '#ui'
import type { ComparedSide, Comparison } from '../queries/comparison.ts'
import { mergeWords } from '../registry/mergeRules.ts'
import { personFacts } from '../rules/personFacts.ts'
import { shownValue } from './shownValue.ts'

const list = (texts: readonly string[]): Html =>
  texts.length === 0
    ? html`Not recorded`
    : html`${texts.map((text, place) => html`${place > 0 ? html`<br>` : ''}${text}`)}`

const namesOf = ({ details }: ComparedSide): Html =>
  list(
    details.names.map(
      row =>
        `${[row.given, row.family].filter(Boolean).join(' ')}${row.is_main && row.ended_on === null ? ' (main)' : ''}`,
    ),
  )
const numbersOf = ({ details }: ComparedSide): Html =>
  list(
    details.identifiers.map(
      row => `${row.label} ${row.value}${row.endedOn ? `, ended ${formatDate(row.endedOn)}` : ''}`,
    ),
  )
const addressesOf = ({ details }: ComparedSide): Html =>
  list([
    ...details.addresses.map(
      row => `${row.lines.replaceAll('\n', ', ')}${row.is_confidential ? ' (confidential)' : ''}`,
    ),
    ...(details.isAddressWithheld ? ['An address that you may not see'] : []),
  ])

/** Both records side by side: what they say differently first, in bold. */
export function compareTable({ survivor, merged, conflicts }: Comparison): Html {
  const differ = new Set<string>(conflicts)
  const facts = personFacts
    .filter(([column]) => survivor.facts[column] !== null || merged.facts[column] !== null)
    .toSorted(([one], [other]) => Number(differ.has(other)) - Number(differ.has(one)))
  const cell = (text: string, isDifferent: boolean) => ({
    html: isDifferent ? html`<strong>${text}</strong>` : html`${text}`,
  })
  const rows = [
    [{ text: 'Names' }, { html: namesOf(survivor) }, { html: namesOf(merged) }],
    ...facts.map(([column, words]) => [
      { text: words },
      cell(shownValue(column, survivor), differ.has(column)),
      cell(shownValue(column, merged), differ.has(column)),
    ]),
    [{ text: 'Numbers' }, { html: numbersOf(survivor) }, { html: numbersOf(merged) }],
    [{ text: 'Addresses' }, { html: addressesOf(survivor) }, { html: addressesOf(merged) }],
  ]
  return html`<p class="govuk-body">What the two records say differently is in bold.</p>
<div class="kith-scroll" tabindex="0" role="region" aria-label="The two records side by side">${table({
    caption: 'The two records',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [{ text: 'What' }, { text: 'Goes on' }, { text: 'Is merged into it' }],
    rows,
  })}</div>`
}

/** How much of each kind is recorded of either. */
export function countsTable({ counts }: Comparison): Html {
  return table({
    caption: 'What is recorded of each',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Kind' },
      { text: 'Goes on', format: 'numeric' },
      { text: 'Is merged', format: 'numeric' },
    ],
    rows: counts.map(row => [
      { text: mergeWords(row.table) },
      { text: String(row.ofOne), format: 'numeric' },
      { text: String(row.ofOther), format: 'numeric' },
    ]),
  })
}
