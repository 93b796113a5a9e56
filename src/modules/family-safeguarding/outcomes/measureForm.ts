import { dayValues } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { codesOf, day, line, oneOf, oneOfMany, parsePastDay, type Words } from '../frame/fieldParts.ts'
import type { Workbook } from '../workbook/queries/workbookOf.ts'
import { measureNames } from './measureNames.ts'
import { keepMeasure, type Measure } from './measures.ts'

type Context = { readonly people: Words; readonly names: Words; readonly workbook: Workbook }

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
    const adults = members.filter(({ role, person }) => role === 'adult' && shared.has(person.id))
    return {
      people: Object.fromEntries(adults.map(({ person }) => [person.id, person.displayName])),
      names: await measureNames(work),
      workbook,
    }
  },
  fresh: (_, { work }) => dayValues('on', work.today),
  fields: ({ people, names }, values, errors) =>
    html`${oneOf('person', 'Who?', people, { values, errors })}${oneOfMany('measure', 'Which measure?', names, { values, errors })}${line('value', 'Value', { values, errors }, 'A number', 'govuk-input--width-5')}${day('on', 'On which day?', { values, errors })}${line('source', 'Where from? (optional)', { values, errors }, 'For example, asked in the session, or told by police')}`,
  parse(fields, { people, names }, { work }) {
    const personId = parseUuid(fields.choice('person', codesOf(people), 'Select who it is') ?? '')
    const measure = fields.choice('measure', codesOf(names), 'Select the measure')
    const typed = fields.typed('value').trim()
    const value = Number(typed)
    if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(typed)) fields.problem('value', 'Enter a number, such as 12 or 4.5')
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
