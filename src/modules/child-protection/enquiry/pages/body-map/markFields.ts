import {
  type FormValues,
  lineField,
  momentFields,
  oneOf,
  severalOf,
  textField,
  ticksOf,
  typedOf,
} from '#modules/casework'
import {
  button,
  checkboxes,
  type FieldErrors,
  type Html,
  html,
  nothing,
  radios,
  select,
  warningText,
} from '#ui'
import { markWords, noticedWords } from '../../body-map/markWords.ts'
import { outlineOf, outlines } from '../../body-map/outlines/index.ts'
import type { MarkContext } from './markForm.ts'

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** The fields of a mark: where it is, what it looks like, who saw it, and what was said of it. */
export function markFields(context: MarkContext, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${context.isBaby ? baby : nothing}
${whereFields(values, errors)}
${oneOf('kind', 'What does it look like?', markWords, of, 'Describe it. A doctor says what it is')}
${lineField('site', 'Where exactly, if the outline does not say enough (optional)', of)}
${lineField('length', 'Length in centimetres (optional)', of, 'Measured or judged beside it, for example 2.5')}${lineField('width', 'Width in centimetres (optional)', of)}
${lineField('shape', 'Shape (optional)', of, 'For example, round, a line, like fingertips')}
${lineField('colour', 'Colour (optional)', of)}
${severalOf('noticed', 'What else did you notice?', noticedWords, of, 'Do not undress the child and do not photograph')}
${context.isBaby ? oneOf('isMobile', 'Does the baby move about on their own?', { yes: 'Yes, crawls, cruises or walks', no: 'No' }, of) : nothing}
${radios({
  name: 'seenBy',
  fieldset: { legend: { text: 'Who saw it?', classes: 'govuk-fieldset__legend--s' } },
  classes: 'govuk-radios--small',
  items: [
    { value: 'me', text: 'I saw it' },
    { value: 'other', text: 'Somebody else' },
  ],
  value: typedOf(values, 'seenBy'),
  errorMessage: errors.of('seenBy'),
})}
${lineField('seenByName', 'If it was somebody else: their name and role', of)}
${momentFields('seen', { legend: 'When was it seen?' }, values, errors)}
${textField('childWords', 'What the child said, in the child’s words (optional)', of)}
${textField('explanation', 'Explanation that was given (optional)', of)}
${lineField('explainedBy', 'Who gave it', of)}
${context.corrects === null ? nothing : correction(values, errors)}`
}

const baby = warningText({
  iconFallbackText: 'Warning',
  text: 'A bruise on a baby who does not move about on their own needs a paediatrician today, whatever the explanation.',
})

/** The outline is a picture to press on: where it was pressed goes to the server, without any script. */
function whereFields(values: FormValues, errors: FieldErrors): Html {
  const outline = outlineOf(typedOf(values, 'view')) ?? outlines[0]
  if (outline === undefined) return nothing
  const [region, x, y] = ['region', 'x', 'y'].map(name => typedOf(values, name))
  const asked = new URLSearchParams({ ...(region ? { region } : {}), ...(x && y ? { x, y } : {}) }).toString()
  return html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>
${hidden('view', outline.code)}${hidden('x', x ?? '')}${hidden('y', y ?? '')}
<h2 class="govuk-heading-m">Where is it?</h2>
${select({
  name: 'otherView',
  label: { text: 'Outline', classes: 'govuk-label--s' },
  items: outlines.map(({ code, words }) => ({ value: code, text: words })),
  value: outline.code,
})}
${button({ text: 'Show this outline', name: 'show', value: 'yes', classes: 'govuk-button--secondary' })}
<p class="govuk-body">Press the place on the outline, or choose the part from the list below it.</p>
<p><input type="image" name="at" class="kith-outline" width="${outline.width}" height="${outline.height}" src="/body-map/outlines/${outline.code}/outline.svg${asked === '' ? '' : `?${asked}`}" alt="Point at a place: ${outline.words}. Or use the list below"></p>
${select({
  name: 'region',
  label: { text: `Part of the body (${outline.words.toLowerCase()})`, classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Select' },
    ...outline.regions.map(({ code, words }) => ({ value: code, text: words })),
  ],
  value: region ?? '',
  errorMessage: errors.of('region'),
})}`
}

function correction(values: FormValues, errors: FieldErrors): Html {
  return html`<h2 class="govuk-heading-m">The correction</h2>
${checkboxes({
  name: 'withdrawn',
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'There is no such mark: strike it through' }],
  values: [...ticksOf(values, 'withdrawn')],
})}
${textField('reason', 'Why is it corrected?', { values, errors }, 'What was written before stays, struck through')}`
}
