import { type FormKeys, formFields } from '#platform/http'
import {
  type AsAt,
  asAtForm,
  button,
  dateFields,
  dateFieldsFrom,
  denseTable,
  ecomapFigure,
  errorsAbove,
  type FieldErrors,
  type Figure,
  figure,
  formatDate,
  type Html,
  html,
  input,
  nothing,
  radios,
  select,
  textarea,
} from '#ui'
import type { Tie } from '../../queries/ecomapOf.ts'
import { Fields } from '../frame/fields.ts'
import type { RecordFrame } from '../frame/recordFrame.ts'
import { buttonForm } from '../frame/smallForm.ts'
import { directionWords, kindWords, strengthWords } from './words.ts'

export type EcomapPage = {
  readonly frame: RecordFrame
  readonly ties: readonly Tie[]
  readonly asAt: AsAt
  readonly today: Temporal.PlainDate
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly form: FormKeys
}

/** The drawing for the page, a file and a print. */
export const ecomapDrawing = (name: string, ties: readonly Tie[], day: Temporal.PlainDate): Figure =>
  ecomapFigure({
    title: `Ecomap as at ${formatDate(day)}`,
    middle: name,
    ties: ties.map(({ label, role, said, isHousehold }) => ({
      label,
      role,
      isHousehold,
      strength: said?.strength ?? null,
      direction: said?.direction ?? 'none',
    })),
  })

/** Who and what is around the child, drawn and in a table that is also the way to change it. */
export function ecomapPage(page: EcomapPage): Html {
  const { frame, ties, asAt, today, errors } = page
  const path = `/people/${frame.identity.id}/ecomap`
  const isToday = Temporal.PlainDate.compare(asAt.day, today) === 0
  const file = (format: string) => `${path}?on=${asAt.day}&format=${format}`
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Ecomap as at ${formatDate(asAt.day)}</h1>
${asAtForm({ action: path, asAt, today })}
<p class="govuk-body kith-no-print"><a class="govuk-link" href="${file('pdf')}">Download to print (PDF)</a> ·
  <a class="govuk-link" href="${file('svg')}">Download the drawing (SVG)</a></p>
${figure(ecomapDrawing(frame.identity.displayName, ties, asAt.day))}
${tieTable(page, isToday)}
<p class="govuk-body kith-no-print">Who lives with the child is changed <a class="govuk-link" href="/people/${frame.identity.id}/details">in their details and their family</a>; who works with them under <a class="govuk-link" href="/people/${frame.identity.id}/involved">Who is involved</a>.</p>
${frame.mayWrite && isToday ? tieForm(page, path) : nothing}`
}

/** What somebody or something is to the child, as the table and the print say it. */
export function whatItIs({ role, kind, isHousehold }: Pick<Tie, 'role' | 'kind' | 'isHousehold'>): string {
  if (!isHousehold) return role ?? kindWords[kind]
  return role === null ? 'Lives with the child' : `${role}, lives with the child`
}

function tieTable({ frame, ties, form }: EcomapPage, isToday: boolean): Html {
  const mayEnd = frame.mayWrite && isToday
  const rows = ties.map(({ said, ...tie }) => [
    { text: tie.label },
    { text: whatItIs(tie) },
    { text: said ? strengthWords[said.strength] : 'Not said' },
    { text: said ? directionWords[said.direction] : '' },
    { text: said?.remark ?? '' },
    { text: said ? `${said.author ?? 'Author not known'}, ${formatDate(said.notedOn)}` : '' },
    ...(mayEnd
      ? [
          {
            html: said
              ? buttonForm(
                  `/people/${frame.identity.id}/ecomap/${said.id}/end`,
                  html`End<span class="govuk-visually-hidden"> what is said of ${tie.label}</span>`,
                  form,
                )
              : nothing,
          },
        ]
      : []),
  ])
  return denseTable({
    caption: 'Who and what is around the child',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      'Who or what',
      'What they are',
      'The tie',
      'Support',
      'Remark',
      'Said by',
      ...(mayEnd ? ['End'] : []),
    ].map(text => ({ text })),
    rows,
  })
}

function tieForm({ ties, sent, errors, form, today }: EcomapPage, path: string): Html {
  const typed = new Fields(sent)
  const items = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, text]) => ({ value, text }))
  return html`<h2 class="govuk-heading-m">Say how a tie is</h2>
<p class="govuk-hint">What was said before holds until this day and stays on the record.</p>
<form method="post" action="${path}" novalidate data-keep-on-failure>
  ${formFields(form)}
  ${select({
    name: 'tie',
    label: { text: 'Who or what', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Somebody or something else' },
      ...ties.map(({ key, label, role }) => ({
        value: key,
        text: role ? `${label}, ${role.toLowerCase()}` : label,
      })),
    ],
    value: typed.typed('tie'),
    errorMessage: errors.of('tie'),
  })}
  ${input({ name: 'label', label: { text: 'Name, when it is something else', classes: 'govuk-label--s' }, hint: { text: 'For example, a football club, a mosque, a friend.' }, value: typed.typed('label'), errorMessage: errors.of('label') })}
  ${radios({ name: 'kind', idPrefix: 'kind', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'What it is', classes: 'govuk-fieldset__legend--s' } }, items: items(kindWords), value: typed.typed('kind') || 'place' })}
  ${radios({ name: 'strength', idPrefix: 'strength', fieldset: { legend: { text: 'How is the tie?', classes: 'govuk-fieldset__legend--s' } }, items: items(strengthWords), value: typed.typed('strength'), errorMessage: errors.of('strength') })}
  ${radios({ name: 'direction', idPrefix: 'direction', fieldset: { legend: { text: 'Which way does support flow?', classes: 'govuk-fieldset__legend--s' } }, items: items(directionWords), value: typed.typed('direction') || 'both' })}
  ${textarea({ name: 'remark', label: { text: 'Remark (optional)', classes: 'govuk-label--s' }, rows: 2, value: typed.typed('remark'), errorMessage: errors.of('remark') })}
  ${dateFields({ name: 'noted', legend: 'Since', hint: 'Today, when left empty', value: sent['noted-day'] === undefined ? today : dateFieldsFrom(sent, 'noted'), error: errors.of('noted') })}
  ${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}
