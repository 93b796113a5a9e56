import { checkboxes, dateFields, dateFieldsFrom, details, type FieldErrors, type Html, html } from '#ui'
import { needKinds, needWords } from '../../rules/needWords.ts'

type Asked = { readonly sent: Readonly<Record<string, unknown>>; readonly errors: FieldErrors }

/** Needs that this contact was the first to tell of, and since when. */
export function needsHtml({ sent, errors }: Asked): Html {
  const ticked = [sent['needs']].flat().filter(one => typeof one === 'string')
  return details({
    summaryText: 'Needs noted at this contact',
    open: ticked.length > 0 || errors.of('noted') !== undefined,
    html: html`${checkboxes({
      name: 'needs',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Which needs does it tell of?', classes: 'govuk-fieldset__legend--s' } },
      items: needKinds.map(value => ({ value, text: needWords[value] })),
      values: ticked,
    })}${dateFields({
      name: 'noted',
      legend: 'When was it first noted?',
      hint: 'Leave empty for the day of the contact',
      value: dateFieldsFrom(sent, 'noted'),
      error: errors.of('noted'),
    })}`,
  })
}
