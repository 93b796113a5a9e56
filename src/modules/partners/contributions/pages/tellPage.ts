import { type LongForm, longFormHtml, typedOf } from '#modules/casework'
import type { Reply, Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, errorsAbove, type Html, html, input, nothing, textarea } from '#ui'
import { type SaidField, saidFields, saidWords } from '../told.ts'
import { pathOf } from './contributionHtml.ts'
import type { Source } from './sourceOf.ts'

type Telling = Visit<{ readonly personId: Uuid }, unknown, unknown>
const small = 'govuk-label--s'

const hints: Readonly<Record<SaidField, string>> = {
  goingWell: 'Health, development, school, care at home',
  worries: 'What you saw or heard, and since when',
  childSays: 'Their own words; of a baby, what they show',
  nextStep: 'By when, and whom you ask',
}

/** The form of five fields; nobody needs the record of the child for it. */
export function tellPage(
  { work, form: keys, params: { personId } }: Telling,
  source: Source,
  form: LongForm,
): Reply {
  const { errors } = form
  const hasErrors = errors.list.length > 0
  const heading = source.corrects === null ? 'Tell what you know' : 'Correct what you told'
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: heading,
    hasErrors,
    back: pathOf(personId),
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${heading}: ${source.name}</h1>
<p class="govuk-body">You tell this for ${source.organisation}, whose data it stays. Whoever holds the child’s record reads it. The family is told only when you agree.</p>
${longFormHtml(form, { keys, now: work.now, submit: source.corrects === null ? 'Tell' : 'Keep the correction', cancel: pathOf(personId), fields: fieldsHtml(form, source) })}`,
    shown: { resource: 'contribution', subjectIds: [personId] },
  }
}

const fieldsHtml = ({ values, errors }: LongForm, { corrects }: Source): Html =>
  html`${dateFields({
    name: 'seenOn',
    legend: 'When did you last see the child?',
    hint: 'Leave it empty when you have not seen them',
    value: dateFieldsFrom(values, 'seenOn'),
    error: errors.of('seenOn'),
  })}${saidFields.map(field =>
    textarea({
      name: field,
      id: field,
      rows: 4,
      label: { text: saidWords[field], classes: small },
      hint: { text: hints[field] },
      value: typedOf(values, field),
      errorMessage: errors.of(field),
    }),
  )}${corrects === null ? nothing : input({ name: 'reason', id: 'reason', label: { text: 'Why is it corrected?', classes: small }, value: typedOf(values, 'reason'), errorMessage: errors.of('reason') })}`
