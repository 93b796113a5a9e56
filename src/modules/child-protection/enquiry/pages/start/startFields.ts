import {
  type FormValues,
  lineField,
  momentFields,
  oneOf,
  oneOfMany,
  textField,
  ticksOf,
  typedOf,
} from '#modules/casework'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  radios,
} from '#ui'
import { type Enquirable, mayBegin } from '../../queries/enquirable.ts'
import { discussionFields } from '../discussion/discussionFields.ts'
import { actionFields } from '../immediate/actionFields.ts'

/** What the form that begins an enquiry is about. */
export type StartContext = {
  readonly children: readonly Enquirable[]
  /** Workers who hold one of the children, and whoever writes this. */
  readonly workers: Readonly<Record<string, string>>
  readonly me: string
}

/** Lines that stand in the form; more are added later. */
export const firstLines = [0, 1, 2] as const

/** Whom the enquiry is about, what began it, who leads it and what is to be found out. */
export function startFields(
  { children, workers }: StartContext,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const of = { values, errors }
  return html`${childTicks(children, values, errors)}${notOffered(children)}
${radios({
  name: 'began',
  idPrefix: 'began',
  fieldset: { legend: { text: 'What began it?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: 'discussion', text: 'A strategy discussion decided so' },
    {
      value: 'immediate',
      text: 'Immediate danger: somebody acted first',
      hint: {
        text: 'The strategy discussion follows by the end of the next working day and is recorded in the enquiry',
      },
    },
  ],
  value: typedOf(values, 'began'),
  errorMessage: errors.of('began'),
})}
<h2 class="govuk-heading-m">If a strategy discussion decided so</h2>
${discussionFields(values, errors)}
<h2 class="govuk-heading-m">If somebody acted first</h2>
${actionFields(values, errors)}
<h2 class="govuk-heading-m">How it is made</h2>
${oneOf('joint', 'Who makes the enquiry?', { yes: 'Social care jointly with the police', no: 'Social care alone' }, of)}
${oneOfMany('lead', 'Social worker who leads it', workers, of)}
${momentFields('by', { legend: 'See the children by (optional)', hint: 'The time that was decided. Left empty: within 24 hours' }, values, errors)}
<h2 class="govuk-heading-m">What has to be found out?</h2>
<p class="govuk-hint">More lines can be added later.</p>
${firstLines.map(place => lineFields(place, values, errors))}`
}

const lineFields = (place: number, values: FormValues, errors: FieldErrors): Html => {
  const of = { values, errors }
  return html`${textField(`question-${place}`, `Line ${place + 1}: what has to be found out`, of, undefined, 2)}
${lineField(`who-${place}`, `Line ${place + 1}: who finds it out`, of)}
${dateFields({ name: `due-${place}`, legend: `Line ${place + 1}: by when (optional)`, value: dateFieldsFrom(values, `due-${place}`), error: errors.of(`due-${place}`) })}`
}

function childTicks(children: readonly Enquirable[], values: FormValues, errors: FieldErrors): Html {
  const offered = children.filter(mayBegin)
  if (offered.length === 0)
    return html`<p class="govuk-body" id="child">An enquiry can be begun for no child of this family now.</p>`
  return checkboxes({
    name: 'child',
    fieldset: { legend: { text: 'Which children is it about?', classes: 'govuk-fieldset__legend--m' } },
    items: offered.map(({ child, episode }) => ({
      value: child.id,
      text: `${child.displayName}, ${child.age}`,
      ...(episode ? { hint: { text: `Referral of ${formatDate(episode.receivedOn)}` } } : {}),
    })),
    values: [...ticksOf(values, 'child')],
    errorMessage: errors.of('child'),
  })
}

/** The others, and why not. */
function notOffered(children: readonly Enquirable[]): Html {
  const lines = children.flatMap(({ child, episode, open }) => {
    if (!child.mayWrite) return [html`<li>${child.displayName}: you may not write in this record</li>`]
    if (open !== null)
      return [
        html`<li>${child.displayName}: <a class="govuk-link" href="/people/${child.id}/enquiries/${open.id}">an enquiry goes on already</a></li>`,
      ]
    return episode === null ? [html`<li>${child.displayName}: no referral is open</li>`] : []
  })
  return lines.length === 0
    ? nothing
    : html`<p class="govuk-body">Not offered:</p><ul class="govuk-list govuk-list--bullet">${lines}</ul>`
}
