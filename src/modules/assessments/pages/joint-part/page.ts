import { checkboxes, details, type Html, html, nothing, select } from '#ui'
import type { HistoryLine } from '../../queries/historyLines.ts'
import type { JointPart } from '../../rules/assessmentParts.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'
import { textFields } from '../frame/textFields.ts'

const OPEN = 8 // lines shown without opening anything

/** The fields of a part; the purpose with what the record says of the past, the analysis with the scale. */
export function partFields(part: JointPart, state: FormState, lines: readonly HistoryLine[]): Html {
  return html`${part.slug === 'analysis' ? scale(state) : nothing}
${textFields(part.fields, state)}
${part.slug === 'purpose' ? pastLines(state, lines) : nothing}`
}

function scale({ values, errors }: FormState): Html {
  const numbers = Array.from({ length: 11 }, (_, number) => String(number))
  return select({
    name: 'safety_now',
    label: { text: 'How safe are the children now?', classes: 'govuk-label--m' },
    hint: {
      text: '0 is so dangerous that they cannot stay; 10 is as safe as any child. Say in the analysis why',
    },
    items: [{ value: '', text: 'Not rated' }, ...numbers.map(number => ({ value: number, text: number }))],
    value: textOf(values, 'safety_now'),
    errorMessage: errors.of('safety_now'),
  })
}

function pastLines({ values }: FormState, lines: readonly HistoryLine[]): Html {
  const written = textOf(values, 'history')
  const offered = lines.filter(({ text }) => !written.includes(text))
  if (offered.length === 0)
    return html`<p class="govuk-body">Nothing more stands in the short chronology of these children.</p>`
  const box = (some: readonly HistoryLine[], idPrefix: string): Html =>
    checkboxes({
      name: 'line',
      idPrefix,
      classes: 'govuk-checkboxes--small',
      fieldset: {
        legend: {
          text: 'From the record: tick what belongs into the history',
          classes: 'govuk-fieldset__legend--s',
        },
      },
      items: some.map(({ text }) => ({ value: text, text })),
      values: [...textsOf(values, 'line')],
    })
  const rest = offered.slice(OPEN)
  return html`${box(offered.slice(0, OPEN), 'line')}
${rest.length > 0 ? details({ summaryText: `${rest.length} earlier`, html: box(rest, 'earlier') }) : nothing}`
}
