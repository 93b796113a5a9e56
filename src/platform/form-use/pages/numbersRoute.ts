import { barChart, denseTable, type Html, html, plural } from '#ui'
import { type Reply, type Route, route, type ServiceModule } from '../../http/index.ts'
import { type FormFigures, formFigures, LEAST } from '../formFigures.ts'
import { type FormNames, formNames } from '../formNames.ts'

const MONTHS = 6
const classes = ['practitioner', 'duty', 'director', 'data_quality', 'administrator'] as const

const percent = (share: number): string => `${Math.round(share * 100)}%`
const inWords = (field: string): string => field.replaceAll(/[_-]/g, ' ')

const within = (minutes: number): string =>
  minutes === 240 ? 'over 2 hours' : `${plural(minutes, 'minute')} or less`

type Named = FormFigures & { readonly name: string }

/** What the forms of the service cost: never whose. */
export function numbersPage(all: readonly FormFigures[], names: FormNames): Html {
  const figures = all.flatMap(one => {
    const name = names(one.form)
    return name === null ? [] : [{ ...one, name }]
  })
  return html`<h1 class="govuk-heading-l">My numbers</h1>
<p class="govuk-body">How long each form takes from opening it to saving it, and which of its fields are filled, in the last ${MONTHS} months. It is about the forms, to make them shorter: no name of a worker or a person is kept with it, nor when anything was saved. Forms saved fewer than ${LEAST} times are left out.</p>
${figures.length === 0 ? html`<p class="govuk-body">No form has been saved ${LEAST} times yet.</p>` : html`${charts(figures)}${figures.map(details)}`}`
}

function charts(figures: readonly Named[]): Html {
  return html`${barChart({
    id: 'minutes',
    title: 'Minutes until half of the forms are saved',
    description: `${figures.length} forms, the most used first.`,
    labelHeading: 'Form',
    valueHeading: 'Minutes',
    bars: figures.map(({ name, median }) => ({ label: name, value: median })),
  })}
${denseTable({
  caption: 'Minutes from opening to saving',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: ['Form', 'Saved', 'Half within', 'Nine of ten within', 'Fields nobody fills'].map(text => ({ text })),
  rows: figures.map(one => [
    { text: one.name },
    { text: String(one.savings) },
    { text: within(one.median) },
    { text: within(one.ninetieth) },
    { text: one.unfilled.map(inWords).join(', ') || 'None' },
  ]),
})}`
}

const details = ({ name, fields }: Named): Html => html`<h2 class="govuk-heading-m">${name}</h2>
${denseTable({
  caption: `How often each field is filled: ${name}`,
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

/** @param routes of the service, asked for when a page is shown: the forms take their names from them */
export const formUseModule = (routes: () => readonly Route[]): ServiceModule => ({
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
        const content = numbersPage(await formFigures(work, since), formNames(routes()))
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
})
