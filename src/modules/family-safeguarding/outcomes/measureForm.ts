import { dayValues } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { codesOf, day, line, oneOf, oneOfMany, parsePastDay, type Words } from '../frame/fieldParts.ts'
import type { Workbook } from '../workbook/queries/workbookOf.ts'
import { measureNames } from './measureNames.ts'
import { keepMeasure, type Measure } from './measures.ts'

type Context = {
  readonly people: Words
  readonly childIds: ReadonlySet<string>
  readonly names: Awaited<ReturnType<typeof measureNames>>
  readonly workbook: Workbook
}

/** `/families/:familyId/safeguarding/outcomes/new`. */
export const measureRoutes = familyForm<FamilyParams, Context, Measure>({
  url: '/families/:familyId/safeguarding/outcomes/new',
  params: familyParams,
  name: 'outcome-measure',
  tab: 'outcomes',
  title: 'Record a measure',
  heading: () => 'Record a measure',
  summary: {
    show: 'The form of a measure of how somebody fares',
    send: 'Records a measure of how somebody fares',
  },
  submit: 'Save',
  path: ({ familyId }) => familyPath(familyId, '/outcomes/new'),
  cancel: ({ familyId }) => familyPath(familyId, '/outcomes'),
  async read({ work }, { members, shared, workbook }) {
    if (workbook === null) return null
    const measured = members.filter(({ person }) => shared.has(person.id))
    return {
      people: Object.fromEntries(measured.map(({ person }) => [person.id, person.displayName])),
      childIds: new Set<string>(
        measured.filter(({ role }) => role === 'child').map(({ person }) => person.id),
      ),
      names: await measureNames(work),
      workbook,
    }
  },
  fresh: (_, { work }) => dayValues('on', work.today),
  fields: ({ people, names }, values, errors) =>
    html`${oneOf('person', 'Who?', people, { values, errors })}${oneOfMany('measure', 'Which measure?', choices(names), { values, errors })}${line('value', 'Value', { values, errors }, 'A number', 'govuk-input--width-5')}${day('on', 'On which day?', { values, errors })}${line('source', 'Where from? (optional)', { values, errors }, 'For example, asked in the session, or told by police')}`,
  parse(fields, { people, names, childIds }, { work }) {
    const personId = parseUuid(fields.choice('person', codesOf(people), 'Select who it is') ?? '')
    const measure = fields.choice('measure', codesOf(names.all), 'Select the measure')
    const fitting = personId !== null && childIds.has(personId) ? names.children : names.adults
    if (personId !== null && measure !== null && !(measure in fitting))
      fields.problem(
        'measure',
        childIds.has(personId) ? 'Select a measure of children' : 'Select a measure of adults',
      )
    const typed = fields.typed('value').trim()
    const value = Number(typed)
    if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(typed)) fields.problem('value', 'Enter a number, such as 12 or 4.5')
    else if (measure !== null && !isPossible(measure, value))
      fields.problem('value', impossible[measure] ?? 'Enter a possible number')
    const onDay = parsePastDay(fields, 'on', 'The day', work.today, 'Enter the day')
    const source = fields.text('source', 200)
    if (personId === null || measure === null || onDay === null || fields.issues.length > 0) return null
    return { personId, measure, value, onDay, source }
  },
  async save(measured, { workbook }, { work, params, submission }) {
    await keepMeasure(work, workbook, measured, submission)
    return { outcome: 'saved', location: familyPath(params.familyId, '/outcomes'), success: 'Saved' }
  },
  order: ['person', 'measure', 'value', 'on', 'source'],
  targets: { on: 'on-day' },
})

/** Measures of adults, then those of children, told apart. */
const choices = ({ adults, children }: Context['names']): Words => ({
  ...adults,
  ...Object.fromEntries(Object.entries(children).map(([key, name]) => [key, `${name} (of a child)`])),
})

const impossible: Words = {
  attendance: 'Attendance is from 0 to 100',
  days_in_care: 'Days in care are 0 or more',
  times_missing: 'Times missing are 0 or more',
}
const isPossible = (measure: string, value: number): boolean =>
  !(measure in impossible) || (value >= 0 && (measure !== 'attendance' || value <= 100))
