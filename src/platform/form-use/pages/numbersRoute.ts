import { barChart, denseTable, type Html, html, plural } from '#ui'
import { type Reply, route, type ServiceModule } from '../../http/index.ts'
import { type FormFigures, formFigures, LEAST } from '../formFigures.ts'

const MONTHS = 6
const classes = ['practitioner', 'duty', 'director', 'data_quality', 'administrator'] as const

const percent = (share: number): string => `${Math.round(share * 100)}%`
const inWords = (field: string): string => field.replaceAll(/[_-]/g, ' ')
/** A form as people say it: "visits new", from its address. */
const formWords = (form: string): string =>
  form
    .split('/')
    .filter(part => part !== '' && !part.startsWith(':'))
    .join(' › ')
    .replaceAll('-', ' ')

const within = (minutes: number): string =>
  minutes === 240 ? 'over 2 hours' : `${plural(minutes, 'minute')} or less`

/** What the forms of the service cost: never whose. */
export function numbersPage(figures: readonly FormFigures[]): Html {
  return html`<h1 class="govuk-heading-l">My numbers</h1>
<p class="govuk-body">How long each form takes from opening it to saving it, and which of its fields are filled, in the last ${MONTHS} months. It is about the forms, to make them shorter: no name of a worker or a person is kept with it, nor when anything was saved. Forms saved fewer than ${LEAST} times are left out.</p>
${figures.length === 0 ? html`<p class="govuk-body">No form has been saved ${LEAST} times yet.</p>` : html`${charts(figures)}${figures.map(details)}`}`
}

function charts(figures: readonly FormFigures[]): Html {
  return html`${barChart({
    id: 'minutes',
    title: 'Minutes until half of the forms are saved',
    description: `${figures.length} forms, the most used first.`,
    labelHeading: 'Form',
    valueHeading: 'Minutes',
    bars: figures.map(({ form, median }) => ({ label: formWords(form), value: median })),
  })}
${denseTable({
  caption: 'Minutes from opening to saving',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: ['Form', 'Saved', 'Half within', 'Nine of ten within', 'Fields nobody fills'].map(text => ({ text })),
  rows: figures.map(one => [
    { text: formWords(one.form) },
    { text: String(one.savings) },
    { text: within(one.median) },
    { text: within(one.ninetieth) },
    { text: one.unfilled.map(inWords).join(', ') || 'None' },
  ]),
})}`
}

const details = ({
  form,
  fields,
}: FormFigures): Html => html`<h2 class="govuk-heading-m">${formWords(form)}</h2>
${denseTable({
  caption: `How often each field is filled: ${formWords(form)}`,
  captionClasses: 'govuk-visually-hidden',
  firstCellIsHeader: true,
  head: [{ text: 'Field' }, { text: 'Filled' }],
  rows: fields
    .toSorted((one, other) => one.share - other.share)
    .map(({ field, share }) => [
      { text: inWords(field) },
      { text: share === 0 ? 'Nobody fills it' : percent(share) },
    ]),
})}`

/** `/numbers`: shown to everyone of the service. */
export const formUseModule: ServiceModule = {
  name: 'form-use',
  routes: [
    route({
      method: 'GET',
      url: '/numbers',
      admits: classes,
      summary: 'How long each form takes, and which fields nobody fills',
      purpose: 'form_use',
      async handle({ work }): Promise<Reply> {
        const since = work.today.with({ day: 1 }).subtract({ months: MONTHS - 1 })
        const content = numbersPage(await formFigures(work, since))
        return {
          kind: 'page',
          title: 'My numbers',
          current: '/numbers',
          isWide: true,
          content,
          shown: 'nothing',
        }
      },
    }),
  ],
  navigation: [{ text: 'My numbers', href: '/numbers', order: 90, classes }],
}
